import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('no form lets the browser refuse what was written, in its own bubble', () => {
	const forms = readdirSync('src', { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.svelte'))
		.flatMap((name) =>
			[...readFileSync(`src/${name}`, 'utf8').matchAll(/<form\b([^>]*)/g)].map(([form]) => `${name}: ${form}`)
		);
	expect(forms.length).toBeGreaterThan(5);
	expect(forms.filter((form) => !form.includes('novalidate'))).toEqual([]);
});
