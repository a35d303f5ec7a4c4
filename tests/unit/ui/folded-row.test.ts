import { createRawSnippet, flushSync, mount, unmount } from 'svelte';
import { createSubscriber } from 'svelte/reactivity';
import { afterEach, expect, test } from 'vitest';
import FoldedRow from '$lib/ui/FoldedRow.svelte';

afterEach(() => document.body.replaceChildren());

test('a new entry gets the keyboard when it opens, and does not take it back when its list comes anew', () => {
	let again = (): void => undefined;
	const subscribe = createSubscriber((update) => {
		again = update;
	});
	const drawn = mount(FoldedRow, {
		target: document.body,
		props: {
			title: 'New',
			words: { open: 'Change', close: 'Close' },
			get isNew() {
				subscribe();
				return true;
			},
			children: createRawSnippet(() => ({ render: () => '<p><input id="first"><button>Down</button></p>' }))
		}
	});
	flushSync();
	expect(document.activeElement?.id).toBe('first');
	const down = document.querySelector('button')!;
	down.focus();
	again();
	flushSync();
	expect(document.activeElement).toBe(down);
	void unmount(drawn);
});
