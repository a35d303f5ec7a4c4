/**
 * Makes what a clinic or a host needs to put Envol on a server of its own, in `release/`: a zip with the site, the header
 * files, an SBOM and the checksums of all files, and the checksum of the zip. The same sources give the same bytes.
 *
 *     npm run release
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { env, needNode, needPackages, root } from './ready.mjs';

const how = /** @type {const} */ ({ cwd: root, env, shell: process.platform === 'win32' });

needNode();
if (!needPackages()) process.exit(1);
// it needs a package, so it comes after them
const { checksums, filesOfFolder, sha256, steadyBom, zipOf } = await import('./build/release-files.mjs');
rmSync(`${root}build`, { recursive: true, force: true });
if (spawnSync('vite', ['build'], { ...how, stdio: 'inherit' }).status !== 0) process.exit(1);
const told = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
	...how,
	encoding: 'utf8',
	maxBuffer: 1e8
});
if (told.status !== 0) {
	console.error(`npm could not say what Envol is made of:\n${told.stderr}`);
	process.exit(1);
}

const text = new TextEncoder();
/** @param {string} path */
const file = (path) => new Uint8Array(readFileSync(`${root}${path}`));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const files = {
	...filesOfFolder(`${root}build`, 'site/'),
	...filesOfFolder(`${root}docs/hosting`, 'hosting/'),
	LICENSE: file('LICENSE'),
	'sbom.cdx.json': text.encode(steadyBom(told.stdout))
};
const zip = zipOf({ ...files, SHA256SUMS: text.encode(checksums(files)) });
const name = `envol-${version}.zip`;
rmSync(`${root}release`, { recursive: true, force: true });
mkdirSync(`${root}release`);
writeFileSync(`${root}release/${name}`, zip);
writeFileSync(`${root}release/${name}.sha256`, `${sha256(zip)}  ${name}\n`);
console.log(
	`\nrelease/${name}: ${Object.keys(files).length} files, ${(zip.length / 1e6).toFixed(1)} MB\n${sha256(zip)}`
);
