import { expect, test } from 'vitest';
import { stylesOfPage } from '../../../scripts/build/inline-styles.ts';

const html = '<main class="page svelte-here1">';

test('a page without the app has the styles of its own components, and all that is for every page', () => {
	const styles = [
		'.quiet{color:red}',
		'p.svelte-here1{color:blue}',
		'@media print{.gone.svelte-else1{color:red}h1{color:black}}',
		'@keyframes svelte-else1-come{0%{opacity:0}to{opacity:1}}'
	];
	const others = [
		'b.svelte-else1{color:red}',
		'i:where(.svelte-else1),u.svelte-else2:is(a,b){color:red}',
		'p.svelte-here1 .svelte-else1{color:red}'
	];
	expect(stylesOfPage([...styles, ...others].join(''), html)).toBe(
		styles.join('').replace('.gone.svelte-else1{color:red}', '')
	);
});

test('a rule that is for something else too stays whole', () => {
	const rule = '.svelte-else1,.quiet{color:red}';
	expect(stylesOfPage(rule, html)).toBe(rule);
});
