import { render, screen } from '@testing-library/svelte';
import { createRawSnippet, flushSync, tick } from 'svelte';
import { expect, test, vi } from 'vitest';
import LoadLater from '$lib/ui/LoadLater.svelte';
import { provideLoadLaterWords } from '$lib/ui/load-later-words';

/** A part that comes, or does not, as often as it is asked for. */
function shown(load: () => Promise<string>) {
	provideLoadLaterWords(() => ({
		missing: 'This part didn’t work.',
		safe: 'Nothing you saved was touched.',
		again: 'Try again',
		reload: 'Reload'
	}));
	const loaded = createRawSnippet<[string]>((value) => ({ render: () => `<p>${value()}</p>` }));
	return render(LoadLater<string>, { load, loaded });
}
const button = (name: string) => screen.queryByRole('button', { name });
async function press(name: string): Promise<void> {
	button(name)!.click();
	flushSync();
	await tick();
	await Promise.resolve();
	flushSync();
}

test('a part is shown once it is there, and nothing before', async () => {
	let come!: (value: string) => void;
	const { container } = shown(() => new Promise((resolve) => (come = resolve)));
	expect(container.textContent).toBe('');
	come('my words');
	await vi.waitFor(() => expect(container.textContent).toBe('my words'));
});

test('what does not come is said, and comes when the person asks again', async () => {
	const load = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new TypeError('missing'));
	load.mockResolvedValue('my words');
	shown(load);
	const alert = await screen.findByRole('alert');
	expect(alert.textContent.replace(/\s+/g, ' ').trim()).toBe(
		'This part didn’t work. Nothing you saved was touched. Try again'
	);
	expect(button('Reload')).toBeNull();
	await press('Try again');
	await vi.waitFor(() => expect(screen.getByText('my words')).toBeTruthy());
	expect(screen.queryByRole('alert')).toBeNull();
	expect(load).toHaveBeenCalledTimes(2);
});

test('where asking again was in vain, the page can be loaded again', async () => {
	const load = vi.fn<() => Promise<string>>().mockRejectedValue(new TypeError('missing'));
	shown(load);
	await screen.findByRole('alert');
	await press('Try again');
	await vi.waitFor(() => expect(button('Reload')).not.toBeNull());
	expect(button('Try again')).not.toBeNull();
});
