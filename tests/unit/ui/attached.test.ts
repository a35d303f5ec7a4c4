import { flushSync, mount, unmount } from 'svelte';
import { createSubscriber } from 'svelte/reactivity';
import { afterEach, beforeAll, expect, test } from 'vitest';
import AddOrReplace from '$lib/features/sheet/editor/AddOrReplace.svelte';
import { setLang } from '$lib/i18n';

beforeAll(() => setLang('en'));
afterEach(() => document.body.replaceChildren());

test('a part takes the focus when it comes, and does not take it back when what a listener read of it changes', () => {
	let change = (): void => undefined;
	const subscribe = createSubscriber((update) => {
		change = update;
	});
	document.addEventListener('focusin', subscribe);
	const drawn = mount(AddOrReplace, { target: document.body, props: { onAnswer: () => undefined } });
	flushSync();
	const [first, last] = [...document.querySelectorAll('button')].filter(
		(_, i, all) => i % (all.length - 1) === 0
	);
	expect(document.activeElement).toBe(first);
	last!.focus();
	change();
	flushSync();
	expect(document.activeElement).toBe(last);
	document.removeEventListener('focusin', subscribe);
	void unmount(drawn);
});
