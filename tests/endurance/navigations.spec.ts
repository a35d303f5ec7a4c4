import { expect, test } from '../e2e/fixtures.ts';
import { beginWith } from '../e2e/person.ts';

const navigations = Number(process.env.ENVOL_NAVIGATIONS ?? 1000);
const places = ['/en/plan/', '/en/hope/', '/en/dice/', '/en/today/'];

test('L3 after a thousand navigations the page holds no more than before', async ({ page }) => {
	await beginWith(page, 'en', 'first-steps');
	const session = await page.context().newCDPSession(page);
	await session.send('Performance.enable');
	const go = async (place: string) => {
		await page.evaluate(
			(href) => document.querySelector<HTMLElement>(`nav a[href="${href}"]`)!.click(),
			place
		);
		await page.waitForURL(`**${place}`);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	};
	const round = async (times: number) => {
		for (let i = 0; i < times; i += 1) await go(places[i % places.length]!);
	};
	const measured = async () => {
		await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
		await session.send('HeapProfiler.collectGarbage');
		const { metrics } = await session.send('Performance.getMetrics');
		const of = (wanted: string) => metrics.find(({ name }) => name === wanted)!.value;
		return { heap: of('JSHeapUsedSize'), listeners: of('JSEventListeners'), nodes: of('Nodes') };
	};
	// everything was opened, and what is kept for good is there
	await round(40);
	const before = await measured();
	await round(navigations);
	// what a page began is over: transactions, and the wait for voices of the device
	await expect
		.poll(async () => (await measured()).listeners, { timeout: 30_000 })
		.toBeLessThanOrEqual(before.listeners + 5);
	const after = await measured();
	console.log(`${navigations} navigations: ${JSON.stringify({ before, after })}`);
	expect(after.heap - before.heap).toBeLessThan(2 * 1024 * 1024);
	expect(after.nodes).toBeLessThanOrEqual(before.nodes * 1.02);
});
