import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { chromiumArgs, findChromium } from '../../scripts/browsers.mjs';
import { sha256 } from '../../scripts/build/release-files.mjs';
import { allPages } from '../../src/pages.js';
import { expect, test } from '../e2e/fixtures.ts';

const root = resolve('.');
test.skip(!existsSync(join(root, '.git')), 'there is nothing to clone');

/** What it takes to make a release out of nothing but the sources, as committed. */
function releasedIn(folder: string): Uint8Array {
	execFileSync('git', ['clone', '--quiet', root, folder]);
	execFileSync('npm', ['run', 'release'], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
	const made = readdirSync(join(folder, 'release'));
	const name = made.find((each) => each.endsWith('.zip'))!;
	const zip = new Uint8Array(readFileSync(join(folder, 'release', name)));
	expect(readFileSync(join(folder, 'release', `${name}.sha256`), 'utf8')).toBe(`${sha256(zip)}  ${name}\n`);
	return zip;
}

const types: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.svg': 'image/svg+xml',
	'.json': 'application/json',
	'.webmanifest': 'application/manifest+json'
};

/** The plainest of servers: a file, or what stands for its folder; no header but its type, nothing compressed. */
async function plainly(folder: string) {
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url!, 'http://localhost');
		const path = join(folder, pathname, pathname.endsWith('/') ? 'index.html' : '');
		if (!existsSync(path)) return response.writeHead(404).end();
		response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' });
		response.end(readFileSync(path));
	});
	await new Promise<void>((done) => server.listen(0, done));
	return {
		url: `http://localhost:${(server.address() as AddressInfo).port}`,
		stop: () => {
			server.closeAllConnections();
			return new Promise((done) => server.close(done));
		}
	};
}

test('a release made twice, each from a fresh clone, is the same to the byte, and a plain server serves it, offline too', async () => {
	const info = test.info();
	const [zip, again] = ['a', 'one-more-with-a-longer-name'].map((name) => releasedIn(info.outputPath(name)));
	expect(sha256(again!)).toBe(sha256(zip!));
	const files = unzipSync(zip!);
	const folder = info.outputPath('unpacked');
	for (const [path, bytes] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), bytes);
	}
	const sums = strFromU8(files['SHA256SUMS']!).trim().split('\n');
	expect(sums).toHaveLength(Object.keys(files).length - 1);
	for (const line of sums) {
		const [sum = '', path = ''] = line.split('  ');
		expect(sha256(files[path]!), path).toBe(sum);
	}
	expect(Object.keys(files).filter((path) => path.startsWith('hosting/')).length).toBeGreaterThan(2);
	const { components } = JSON.parse(strFromU8(files['sbom.cdx.json']!)) as { components: { name: string }[] };
	const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object };
	const named = components.map(({ name }) => name);
	expect(Object.keys(dependencies).filter((name) => !named.includes(name.split('/').at(-1)!) && !named.includes(name))).toEqual([]); // prettier-ignore

	const site = join(folder, 'site');
	const server = await plainly(site);
	const browser = await chromium.launch({ executablePath: findChromium()!, args: chromiumArgs });
	const page = await (await browser.newContext({ baseURL: server.url, serviceWorkers: 'allow' })).newPage();
	await page.goto('/fr/help/');
	const whole = [...strFromU8(files['site/sw.js']!).matchAll(/["']?\burl["']?:\s*["'`]/g)].length;
	expect(whole).toBeGreaterThan(allPages.length);
	await expect
		.poll(
			() =>
				page.evaluate(async () => {
					const [name] = (await caches.keys()).filter((each) => each.includes('precache'));
					return name === undefined ? 0 : (await (await caches.open(name)).keys()).length;
				}),
			{ timeout: 100_000 }
		)
		.toBe(whole);
	await server.stop();
	const expected = Object.fromEntries(
		allPages.map((address) => [address, strFromU8(files[`site${address}index.html`]!)])
	);
	const wrong = await page.evaluate(async (texts) => {
		const different: string[] = [];
		for (const [address, text] of Object.entries(texts))
			if ((await (await fetch(address)).text()) !== text) different.push(address);
		return different;
	}, expected);
	expect(wrong).toEqual([]);
	for (const address of ['/en/today/', '/fr/prescribe/', '/fr/clinic/#poster', '/en/practice/']) {
		await page.goto(address);
		await expect(page.getByRole('heading', { level: 1 }), address).toBeVisible();
	}
	await browser.close();
});
