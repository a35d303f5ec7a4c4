import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { expect, testOwnSite } from './fixtures.ts';
import { answering } from './host.ts';
import { visit } from './person.ts';
import { wordsOf } from './words.ts';
import { kept } from './worker.ts';

const say = wordsOf('en');

const types: Record<string, string> = {
	'.html': 'text/html',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.svg': 'image/svg+xml',
	'.woff2': 'font/woff2'
};

testOwnSite(
	'a host that was updated in halves, and whose missing file was remembered: the newer Envol is offered once all of it is there',
	async ({ page, server, folder, tolerate }) => {
		tolerate(/Failed to load resource/);
		await visit(page, '/en/settings/');
		await kept(page);
		await server.stop();
		// a host that lets a browser remember for a year that a file is missing
		const stop = await answering(server.port, (request, response) => {
			const path = new URL(request.url!, 'http://host').pathname;
			const file = `${folder}${path}${path.endsWith('/') ? 'index.html' : ''}`;
			try {
				const body = readFileSync(file);
				const life = path.startsWith('/_app/immutable/') ? 'max-age=31536000, immutable' : 'no-cache';
				response
					.writeHead(200, {
						'content-type': types[extname(file)] ?? 'application/octet-stream',
						'cache-control': life
					})
					.end(body);
			} catch {
				response.writeHead(404, { 'cache-control': 'max-age=31536000, immutable' }).end();
			}
		});
		const chunks = `${folder}/_app/immutable/chunks`;
		const chunk = readdirSync(chunks).find((name) => name.endsWith('.js'))!;
		const newer = `newer-${chunk}`;
		writeFileSync(
			`${folder}/sw.js`,
			readFileSync(`${folder}/sw.js`, 'utf8').replace(`chunks/${chunk}`, `chunks/${newer}`)
		);
		const update = () =>
			page.evaluate(async () => {
				const registration = (await navigator.serviceWorker.getRegistration())!;
				const found = await registration.update();
				const worker = found.installing ?? found.waiting;
				if (!worker) return 'none';
				while (worker.state === 'installing') await new Promise((resolve) => setTimeout(resolve, 50));
				return worker.state;
			});
		expect(await update()).toBe('redundant');
		copyFileSync(`${chunks}/${chunk}`, `${chunks}/${newer}`);
		expect(await update()).toBe('installed');
		await expect(page.getByText(say('shell.update.text'))).toBeVisible();
		await stop();
	}
);
