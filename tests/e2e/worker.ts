import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';

/** How many files there are to keep, as the worker's own list says. */
const wholeCopy = [...readFileSync('build/sw.js', 'utf8').matchAll(/["']?\burl["']?:\s*["'`]/g)].length;

/** How many files are kept so far. */
export function keptSoFar(page: Page): Promise<number> {
	return page.evaluate(async () => {
		const [name] = (await caches.keys()).filter((each) => each.includes('precache'));
		return name === undefined ? 0 : (await (await caches.open(name)).keys()).length;
	});
}

/** The worker is at work, and this page is its own: what comes first is kept. */
export async function keptAtFirst(page: Page): Promise<void> {
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		if (!navigator.serviceWorker.controller)
			await new Promise((resolve) =>
				navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true })
			);
	});
}

/** The offline copy is whole. */
export async function kept(page: Page): Promise<void> {
	await keptAtFirst(page);
	await expect.poll(() => keptSoFar(page), { timeout: 100_000 }).toBe(wholeCopy);
}

/** The worker has asked for every file, and kept those that could be had: whether they are all there. */
export function keptWhatCanBeHad(page: Page): Promise<boolean> {
	return page.evaluate(
		() =>
			new Promise<boolean>((resolve) => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = ({ data }) => resolve(data as boolean);
				navigator.serviceWorker.controller!.postMessage({ type: 'KEEP_THE_REST' }, [port2]);
			})
	);
}

export { wholeCopy };
