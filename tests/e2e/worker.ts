import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';

/** How many files the offline copy has, according to the worker's own list. */
const wholeCopy = [...readFileSync('build/sw.js', 'utf8').matchAll(/["']?\burl["']?:\s*["'`]/g)].length;

/** How many files are stored so far. */
export function keptSoFar(page: Page): Promise<number> {
	return page.evaluate(async () => {
		const [name] = (await caches.keys()).filter((each) => each.includes('precache'));
		return name === undefined ? 0 : (await (await caches.open(name)).keys()).length;
	});
}

/** Waits until the worker controls this page and the first files are stored. */
export async function keptAtFirst(page: Page): Promise<void> {
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		if (!navigator.serviceWorker.controller)
			await new Promise((resolve) =>
				navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true })
			);
	});
}

/** Waits until the offline copy is complete. */
export async function kept(page: Page): Promise<void> {
	await keptAtFirst(page);
	await expect.poll(() => keptSoFar(page), { timeout: 100_000 }).toBe(wholeCopy);
}

/** Waits until the worker tried to fetch every file; resolves to whether all of them are stored. */
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
