// Envol in WebKitGTK, the nearest to Safari on Linux: help, a tick, a reload, pages left
// at once, no network. Run after `npm run build`.
// Speaks plain WebDriver, so it needs no package; left out with a word where WebKitGTK is not installed.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findWebKit } from './browsers.mjs';
import { serve } from './server.mjs';

const webkit = findWebKit();
if (!webkit) {
	console.log('WebKitGTK was not found (webkit2gtk-driver and xvfb): its smoke run is left out.');
	process.exit(0);
}
if (!existsSync('build/index.html')) {
	console.error('There is no build/ to test. Run `npm run build` first.');
	process.exit(1);
}

/** @returns {Promise<number>} */
function freePort() {
	return new Promise((resolve) => {
		const probe = createServer().listen(0, '127.0.0.1', () => {
			const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
			probe.close(() => resolve(port));
		});
	});
}

const home = mkdtempSync(join(tmpdir(), 'envol-webkit-'));
/** @type {import('node:child_process').ChildProcess[]} */
const children = [];
/** @param {string} command @param {string[]} args @param {Record<string, string>} [env] */
function run(command, args, env = {}) {
	children.push(spawn(command, args, { env: { ...process.env, ...env }, stdio: 'ignore' }));
}
process.on('exit', () => {
	for (const child of children) child.kill('SIGKILL');
	rmSync(home, { recursive: true, force: true });
});

const display = `:${90 + (process.pid % 400)}`;
const driverPort = await freePort();
run(webkit.screen, [display, '-screen', '0', '1280x900x24', '-nolisten', 'tcp']);
run(webkit.driver, [`--port=${driverPort}`], {
	DISPLAY: display,
	GDK_BACKEND: 'x11',
	LIBGL_ALWAYS_SOFTWARE: '1',
	WEBKIT_DISABLE_COMPOSITING_MODE: '1',
	XDG_RUNTIME_DIR: home,
	XDG_DATA_HOME: home,
	XDG_CACHE_HOME: home
});

/** @param {string} method @param {string} path @param {unknown} [body] @returns {Promise<any>} */
async function webdriver(method, path, body) {
	const answer = await fetch(`http://127.0.0.1:${driverPort}${path}`, {
		method,
		body: body === undefined ? undefined : JSON.stringify(body),
		headers: { 'content-type': 'application/json' }
	});
	const { value } = /** @type {{ value: any }} */ (await answer.json());
	if (value?.error) throw new Error(`${value.error}: ${value.message}`);
	return value;
}

/** @template T @param {() => Promise<T>} work @param {number} ms @returns {Promise<T>} */
async function until(work, ms = 20_000) {
	const end = Date.now() + ms;
	for (;;) {
		try {
			const value = await work();
			if (value) return value;
		} catch (error) {
			if (Date.now() > end) throw error;
		}
		if (Date.now() > end) throw new Error('it did not come in time');
		await pause(100);
	}
}

const server = await serve('build');
const { sessionId } = await until(() =>
	webdriver('POST', '/session', {
		capabilities: {
			alwaysMatch: { 'webkitgtk:browserOptions': { binary: webkit.browser, args: ['--automation'] } }
		}
	})
);
/** @param {string} address */
const go = (address) => webdriver('POST', `/session/${sessionId}/url`, { url: server.url + address });
/** @param {string} script @param {unknown[]} args */
const ask = (script, ...args) =>
	webdriver('POST', `/session/${sessionId}/execute/sync`, { script: `return ${script}`, args });
/** @param {string} script calls `done` */
const askLater = (script) =>
	webdriver('POST', `/session/${sessionId}/execute/async`, {
		script: `const [done] = arguments; ${script}`,
		args: []
	});
const awake = () => until(() => ask(`document.documentElement.dataset.ready === 'true'`));
/** @param {string} selector */
async function tap(selector) {
	const found = await until(() =>
		webdriver('POST', `/session/${sessionId}/element`, { using: 'css selector', value: selector })
	);
	await webdriver('POST', `/session/${sessionId}/element/${Object.values(found)[0]}/click`, {});
}

let isBroken = false;
/** @param {string} name @param {() => Promise<unknown>} work */
async function check(name, work) {
	try {
		await work();
		console.log(`  ok  ${name}`);
	} catch (error) {
		isBroken = true;
		console.log(`FAIL  ${name}\n      ${error instanceof Error ? error.message : error}`);
	}
}
/** @param {boolean} is @param {string} words */
function must(is, words) {
	if (!is) throw new Error(words);
}

const hasHelp = `['tel:911', 'tel:988', 'sms:988'].every((href) =>
	[...document.querySelectorAll('a[href="' + href + '"]')].some((link) => link.getBoundingClientRect().height > 0))`;
const box = `document.querySelector('main li input[type=checkbox]')`;

for (const lang of ['en', 'fr']) {
	await check(`the help page shows its numbers (${lang})`, async () => {
		await go(`/${lang}/help/`);
		await awake();
		must(await ask(hasHelp), 'a number is missing');
		must(await ask(`document.querySelectorAll('main a[href^="tel:"]').length > 30`), 'lines are missing');
	});
	await check(`a person begins, ticks, and finds the tick after a reload (${lang})`, async () => {
		await go(`/${lang}/welcome/start/`);
		await awake();
		await tap('main ul button');
		await until(() => ask(`location.pathname === '/${lang}/today/' && ${box} !== null`));
		const wasDone = await ask(`${box}.checked`);
		if (!wasDone) await tap('main li input[type=checkbox]');
		await until(() => ask(`${box}.checked`));
		await pause(500);
		await webdriver('POST', `/session/${sessionId}/refresh`, {});
		await awake();
		await until(() => ask(`${box}?.checked`));
		must(await ask(hasHelp), 'a number is missing');
	});
}
await check('a page left while it reads keeps no later page from writing', async () => {
	await webdriver('POST', `/session/${sessionId}/timeouts`, { script: 20_000 });
	for (let i = 0; i < 8; i += 1) {
		await go('/en/today/');
		// at another moment of its start each time
		await pause(i * 40);
		await go('/fr/help/');
		await until(() => ask(`location.pathname === '/fr/help/'`));
		await askLater(`const opening = indexedDB.open('envol');
			opening.onsuccess = () => {
				const writing = opening.result.transaction([...opening.result.objectStoreNames], 'readwrite');
				writing.oncomplete = () => {
					opening.result.close();
					done(true);
				};
			};`);
	}
});
await check('the last letters before a tap on a link are kept', async () => {
	await go('/en/hope/write/');
	await awake();
	await until(() =>
		ask(`(document.querySelector('textarea')?.focus(), document.activeElement.matches('textarea'))`)
	);
	await ask(`document.execCommand('insertText', false, 'A walk by the river.')`);
	await tap('a[href="/en/help/"]');
	await until(() => ask(`location.pathname === '/en/help/'`));
	await until(() =>
		askLater(`const opening = indexedDB.open('envol');
			opening.onsuccess = () => {
				const reading = opening.result.transaction('drafts').objectStore('drafts').getAll();
				reading.onsuccess = () => {
					opening.result.close();
					done(JSON.stringify(reading.result).includes('A walk by the river.'));
				};
			};`)
	);
});
await check('with no network, Today and help open', async () => {
	await until(() => ask(`navigator.serviceWorker?.controller !== null`), 30_000);
	await server.stop();
	await go('/fr/today/');
	await awake();
	await until(() => ask(`${box}?.checked`));
	await go('/en/help/');
	must(await ask(hasHelp), 'a number is missing');
});

await webdriver('DELETE', `/session/${sessionId}`).catch(() => undefined);
await server.stop().catch(() => undefined);
process.exit(isBroken ? 1 : 0);
