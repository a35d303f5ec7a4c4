// What both commands of the README need first: the right Node, and the packages of package-lock.json.
// Written for old versions of Node too, so that they can say what is wrong.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Node 20 from 20.19, 22 from 22.13, or any from 24: the versions that the tools support. */
function isNodeFine() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	return (major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major >= 24;
}

/** Ends the command with a friendly message when this Node is too old. */
export function needNode() {
	if (isNodeFine()) return;
	console.error(
		`Envol needs Node 20.19 or later (22.13 or later in the 22 series, or 24). This one is ${process.versions.node}.\n` +
			'You can get a newer one at https://nodejs.org (take "LTS"), then run the same command again.'
	);
	process.exit(1);
}

/** @param {string} path */
function packagesIn(path) {
	try {
		return JSON.parse(readFileSync(`${root}${path}`, 'utf8')).packages || {};
	} catch {
		return {};
	}
}

/** Whether node_modules holds what package-lock.json asks for; parts for other systems may be missing. */
function arePackagesThere() {
	const asked = packagesIn('package-lock.json');
	const there = packagesIn('node_modules/.package-lock.json');
	return Object.keys(asked).every(
		(name) =>
			name === '' ||
			asked[name].optional ||
			asked[name].devOptional ||
			(there[name] && there[name].version === asked[name].version)
	);
}

/** The environment of every tool: its own programs first, and no browser downloads. */
export const env = {
	...process.env,
	PATH: `${root}node_modules/.bin${delimiter}${process.env.PATH || ''}`,
	PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1'
};

/**
 * Installs the packages when some are missing.
 * @returns {boolean} false when that did not work
 */
export function needPackages() {
	if (arePackagesThere()) return true;
	console.log('Installing what Envol is made of. The first time, this takes a minute or two.');
	const npm = process.env.npm_execpath;
	const ci = ['ci', '--include=dev', '--no-audit', '--no-fund'];
	const isScript = npm !== undefined && /\.c?js$/.test(npm);
	const { status } = spawnSync(isScript ? process.execPath : 'npm', isScript ? [npm, ...ci] : ci, {
		cwd: root,
		env,
		stdio: ['ignore', 'inherit', 'inherit'],
		shell: !isScript && process.platform === 'win32'
	});
	if (status !== 0) console.error('The packages could not be installed. Is this computer online?');
	return status === 0;
}
