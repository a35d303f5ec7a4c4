import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { checksums, filesOfFolder, sha256, steadyBom, zipOf } from '../../../scripts/build/release-files.mjs';

const bytes = (text: string) => new TextEncoder().encode(text);

test('a zip of the same files is the same, whatever their order and the zone of the clock', () => {
	const files = { 'site/index.html': bytes('<p>Aidé</p>'), LICENSE: bytes('MIT') };
	const zip = zipOf(files);
	expect(sha256(zipOf(Object.fromEntries(Object.entries(files).reverse())))).toBe(sha256(zip));
	const inZone = (zone: string) =>
		execFileSync(
			process.execPath,
			[
				'--input-type=module',
				'-e',
				`import { zipOf, sha256 } from './scripts/build/release-files.mjs';
				const bytes = (text) => new TextEncoder().encode(text);
				console.log(sha256(zipOf({ 'site/index.html': bytes('<p>Aidé</p>'), LICENSE: bytes('MIT') })))`
			],
			{ encoding: 'utf8', env: { ...process.env, TZ: zone } }
		).trim();
	for (const zone of ['America/Toronto', 'Pacific/Apia', 'UTC']) expect(inZone(zone)).toBe(sha256(zip));
	const there = unzipSync(zip);
	expect(Object.keys(there)).toEqual(['LICENSE', 'site/index.html']);
	expect(strFromU8(there['site/index.html']!)).toBe('<p>Aidé</p>');
});

test('every file of a folder has its checksum, in the form that sha256sum checks', () => {
	const folder = mkdtempSync(join(tmpdir(), 'release-'));
	mkdirSync(join(folder, 'fr'));
	writeFileSync(join(folder, 'fr', 'a.html'), 'a');
	writeFileSync(join(folder, 'b.txt'), 'b');
	const files = filesOfFolder(folder, 'site/');
	expect(Object.keys(files).sort()).toEqual(['site/b.txt', 'site/fr/a.html']);
	expect(checksums(files)).toBe(
		'3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d  site/b.txt\n' +
			'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  site/fr/a.html\n'
	);
});

test('what Envol is made of is told without the hour, the folder or the version of npm', () => {
	const told = (serialNumber: string, name: string) =>
		JSON.stringify({
			serialNumber,
			metadata: {
				timestamp: serialNumber,
				tools: [{ version: serialNumber }],
				component: { name, version: '0.1.0' }
			},
			components: [{ name: 'dexie', version: '4.4.7' }]
		});
	const bom = steadyBom(told('1', 'my-folder'));
	expect(bom).toBe(steadyBom(told('2', 'another')));
	expect(JSON.parse(bom)).toEqual({
		metadata: { component: { name: 'envol', version: '0.1.0' } },
		components: [{ name: 'dexie', version: '4.4.7' }]
	});
});
