import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';

/** Every file in a zip has this time, in UTC, so that the zip of the same files is the same: the earliest that the format can say. */
const noTime = Date.UTC(1980, 0, 1);

/** @typedef {Record<string, Uint8Array>} Files by their paths, with slashes */

/**
 * Every file in a folder, by its path from there.
 * @param {string} folder
 * @param {string} [under] what their paths begin with in the answer
 * @returns {Files}
 */
export function filesOfFolder(folder, under = '') {
	return Object.fromEntries(
		readdirSync(folder).flatMap((name) => {
			const place = join(folder, name);
			return statSync(place).isDirectory()
				? Object.entries(filesOfFolder(place, `${under}${name}/`))
				: [[`${under}${name}`, new Uint8Array(readFileSync(place))]];
		})
	);
}

/** @param {Uint8Array} bytes */
export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/**
 * One line a file, in the form that `sha256sum --check` reads.
 * @param {Files} files
 */
export function checksums(files) {
	return Object.keys(files)
		.sort()
		.map((path) => `${sha256(files[path] ?? new Uint8Array())}  ${path}\n`)
		.join('');
}

/**
 * The same bytes for the same files, whatever their order, their times and the zone of the clock.
 * @param {Files} files
 * @returns {Uint8Array}
 */
export function zipOf(files) {
	// the format writes local time
	const mtime = noTime + new Date(noTime).getTimezoneOffset() * 60_000;
	const sorted = Object.fromEntries(
		Object.keys(files)
			.sort()
			.map((path) => [path, files[path] ?? new Uint8Array()])
	);
	return zipSync(sorted, { level: 9, mtime });
}

/**
 * What Envol is made of, as npm tells it (CycloneDX), without what differs each time: an id, the hour, the version of npm,
 * the name of the folder.
 * @param {string} told
 */
export function steadyBom(told) {
	const { serialNumber: _id, metadata, ...bom } = JSON.parse(told);
	const { timestamp: _time, tools: _tools, component } = metadata;
	const { name: _name, ...rest } = component;
	return `${JSON.stringify({ ...bom, metadata: { component: { name: 'envol', ...rest } } }, null, '\t')}\n`;
}
