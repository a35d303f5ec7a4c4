import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';

/** Everything that a build is made of. */
const sources = [
	'src',
	'messages',
	'static',
	'scripts/build',
	'package-lock.json',
	'svelte.config.js',
	'vite.config.ts'
];

/** @param {URL} place @returns {URL[]} */
function filesIn(place) {
	if (!statSync(place).isDirectory()) return [place];
	const folder = new URL(`${place.href}/`);
	return readdirSync(folder)
		.sort()
		.flatMap((name) => filesIn(new URL(encodeURIComponent(name), folder)));
}

/**
 * A name for this version: a hash of its sources, so that one tree gives the same files in every build. The framework's
 * own name is the time of the build.
 * @param {URL} root the folder of the project, with a slash at its end
 */
export function versionName(root) {
	const hash = createHash('sha256');
	for (const file of sources.flatMap((source) => filesIn(new URL(source, root)))) {
		const bytes = readFileSync(file);
		hash.update(`${file.href.slice(root.href.length)} ${bytes.length}\n`).update(bytes);
	}
	return hash.digest('hex').slice(0, 16);
}
