import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, isThereAfterAll, test as base } from './fixtures.ts';

/** A site of one page and one module, which does not come the first time it is asked for. */
const test = base.extend<{ late: { isAsked: Promise<void>; heard: () => void } }>({
	// eslint-disable-next-line no-empty-pattern -- the first argument names what is needed: nothing
	late: async ({}, use) => {
		let heard = () => {};
		const isAsked = new Promise<void>((resolve) => (heard = resolve));
		await use({ isAsked, heard });
	},
	server: async ({ late }, use) => {
		let isFirst = true;
		const server = createServer(({ url }, response) => {
			const isModule = url === '/late.js';
			if (isModule && isFirst) {
				isFirst = false;
				return late.heard();
			}
			response.setHeader('content-type', isModule ? 'text/javascript' : 'text/html');
			response.statusCode = url === '/missing.js' ? 404 : 200;
			response.end(isModule ? 'export const words = "here";' : '<title>A page</title>');
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		const stop = () =>
			new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			});
		await use({ url: `http://127.0.0.1:${port}`, port, stop });
		await stop();
	}
});

const about = (module: string) => `error loading dynamically imported module: ${module}`;

test('in Firefox a module on its way when its page is left fails no test, and a missing one does', async ({
	context,
	page,
	server,
	late: { isAsked },
	tolerate,
	troubles
}) => {
	const seen = (module: string) => troubles.seen.find((trouble) => trouble.includes(about(module))) ?? '';
	const missing = `${server.url}/missing.js`;
	await page.goto('/');
	await page.evaluate((module) => void import(module), missing);
	await expect.poll(() => seen(missing)).not.toBe('');
	expect(await isThereAfterAll(context, seen(missing))).toBe(false);
	// it is reported once more for its type
	tolerate(/missing\.js/);

	const late = `${server.url}/late.js`;
	await page.evaluate((module) => void import(module), late);
	// by the server itself: the browser tells of what it asks for before it has, and what it then never asks would be asked for below
	await isAsked;
	// not by goto, which waits until nothing is on its way; a moment later, so that the driver has its answer before the page goes
	await page.evaluate(() => void setTimeout(() => (location.href = '/another')));
	await expect.poll(() => seen(late)).not.toBe('');
	expect(await isThereAfterAll(context, seen(late))).toBe(true);
});
