/**
 * Installs what is missing, builds when something changed, and serves the app that can be installed.
 *
 *     npm start
 *     PORT=8080 npm start
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { env, needNode, needPackages, root } from './ready.mjs';

const firstPort = 4173;
const portsTried = 20;

/** What the built site is made from. */
const made = [
	'src',
	'messages',
	'static',
	'scripts/build',
	'package-lock.json',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts'
];

/**
 * When the newest file in a place was changed; 0 when there is none.
 * @param {string} path
 * @returns {number}
 */
function newestIn(path) {
	const found = statSync(path, { throwIfNoEntry: false });
	if (!found) return 0;
	if (!found.isDirectory()) return found.mtimeMs;
	// a folder changes when a file in it goes away
	return readdirSync(path).reduce(
		(newest, name) => Math.max(newest, newestIn(join(path, name))),
		found.mtimeMs
	);
}

function isBuilt() {
	// the worker is written last: without it a build was broken off
	const built = statSync(join(root, 'build/sw.js'), { throwIfNoEntry: false });
	return built !== undefined && made.every((path) => newestIn(join(root, path)) <= built.mtimeMs);
}

function needBuild() {
	if (isBuilt()) return true;
	console.log('Building Envol. This takes about ten seconds.');
	const { status, stdout, stderr } = spawnSync('vite', ['build', '--logLevel', 'warn'], {
		cwd: root,
		env,
		encoding: 'utf8',
		shell: process.platform === 'win32'
	});
	if (status !== 0) console.error(`${stdout}${stderr}\nThe build did not work. The lines above say where.`);
	return status === 0;
}

/** @param {unknown} error */
function isTaken(error) {
	return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

/** Serves the built site on the port asked for, or on the next free one. */
async function serveIt() {
	const { serve } = await import('./server.mjs');
	const asked = Number(process.env.PORT) || firstPort;
	for (let port = asked; ; port++) {
		try {
			return await serve(join(root, 'build'), { port, host: process.env.HOST || '127.0.0.1' });
		} catch (error) {
			if (!isTaken(error) || port === asked + portsTried) throw error;
		}
	}
}

needNode();
if (!needPackages() || !needBuild()) process.exit(1);
const server = await serveIt();
console.log(`\nEnvol is here: ${server.url}\nIt stays on this computer. Press Ctrl+C to stop.`);

let isStopping = false;
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
	process.on(signal, () => {
		// a second Ctrl+C does not wait
		if (isStopping) process.exit(0);
		isStopping = true;
		void Promise.resolve(server.stop()).finally(() => process.exit(0));
	});
}
