import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { IdleWatch } from '$lib/app/idle-watch.svelte';
import IdleQuestion from '$lib/features/sheet/clinic/IdleQuestion.svelte';
import { loadMessages, setLang } from '$lib/i18n';

const { prototype } = HTMLDialogElement;

beforeEach(async () => {
	await loadMessages('en', ['sheet-tools']);
	setLang('en');
	vi.useFakeTimers();
	// a browser tells a moment later that a dialog has closed; here it never does
	prototype.showModal = function () {
		this.setAttribute('open', '');
	};
	prototype.close = function () {
		this.removeAttribute('open');
	};
});
afterEach(() => {
	vi.useRealTimers();
	Reflect.deleteProperty(prototype, 'showModal');
	Reflect.deleteProperty(prototype, 'close');
});

test('who answers that they are there is there from the tap on, not only once the question has gone', () => {
	const watch = new IdleWatch();
	const onIdle = vi.fn();
	const stop = watch.start(() => true, onIdle);
	const question = mount(IdleQuestion, { target: document.body, props: { watch } });
	vi.advanceTimersByTime(14.5 * 60_000);
	flushSync();
	expect(watch.secondsLeft).toBeGreaterThan(0);
	document.querySelector<HTMLButtonElement>('dialog[open] .foot button')!.click();
	expect(watch.secondsLeft).toBeUndefined();
	vi.advanceTimersByTime(10 * 60_000);
	expect(onIdle).not.toHaveBeenCalled();
	stop();
	void unmount(question);
});
