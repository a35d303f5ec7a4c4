// Serves what is measured: over HTTP/2 as a static host does, behind a link that can be slow or down.
import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumArgs, findChromium } from '../browsers.mjs';
import { precompress } from '../build/precompressed.mjs';
import { serve } from '../server.mjs';
import { slowLink } from './link.mjs';

// At night Today opens on "It is night" and shows no list: what is measured takes place at midday. The browsers inherit this clock.
const hoursToMidday = 12 - new Date().getUTCHours();
process.env['TZ'] = `Etc/GMT${hoursToMidday > 0 ? '-' : '+'}${Math.abs(hoursToMidday)}`;

/** As a slow phone shows it. */
export const screen = { viewport: { width: 360, height: 740 } };
/** How many times the processor is slowed. */
export const slowdown = 6;

/** Static hosts speak HTTP/2, and browsers only over TLS: a certificate for this run alone. @param {string} room */
function certificate(room) {
	const [keyFile, certFile] = [join(room, 'key.pem'), join(room, 'cert.pem')];
	execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-keyout', keyFile, '-out', certFile], { stdio: 'ignore' }); // prettier-ignore
	const cert = readFileSync(certFile, 'utf8');
	const spki = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
	return {
		tls: { key: readFileSync(keyFile, 'utf8'), cert },
		hash: createHash('sha256').update(spki).digest('base64')
	};
}

/**
 * One origin for each folder and each thing kept in it: what one page keeps there, the others find.
 * @param {readonly import('./sites.mjs').Site[]} sites
 * @param {string} room a folder for this run
 */
export async function served(sites, room) {
	const { tls, hash } = certificate(room);
	/** @typedef {{ link: Awaited<ReturnType<typeof slowLink>>, stop: () => Promise<void> }} Home */
	/** @type {Map<string, Promise<Home>>} */
	const homes = new Map();
	/** @param {import('./sites.mjs').Site} site @returns {Promise<Home>} */
	const homeOf = ({ folder, keeps }) => {
		const key = `${folder} ${keeps}`;
		const home = homes.get(key) ?? open(folder, join(room, String(homes.size)));
		homes.set(key, home);
		return home;
	};
	/** @param {string} folder @param {string} copy @returns {Promise<Home>} */
	async function open(folder, copy) {
		cpSync(folder, copy, { recursive: true });
		await precompress(copy);
		const server = await serve(copy, { tls });
		const link = await slowLink(server.port);
		return {
			link,
			stop: async () => {
				link.stop();
				await server.stop();
			}
		};
	}
	return {
		launch: {
			executablePath: findChromium(),
			args: [...chromiumArgs, `--ignore-certificate-errors-spki-list=${hash}`]
		},
		sites: await Promise.all(
			sites.map(async (site) => {
				const { link } = await homeOf(site);
				return { ...site, link, url: `https://localhost:${link.port}${site.path}` };
			})
		),
		stop: async () => {
			for (const home of homes.values()) await (await home).stop();
		}
	};
}
/** @typedef {Awaited<ReturnType<typeof served>>['sites'][number]} ServedSite */

/** Waits until every file of the site's offline copy is stored. @param {import('@playwright/test').Page} page @param {string} folder */
export async function untilCopied(page, folder) {
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
	const wanted = readFileSync(join(folder, 'sw.js'), 'utf8').match(/["']?\burl["']?:\s*["'`]/g)?.length ?? 1;
	for (let kept = -1; kept < wanted;)
		kept = await page.evaluate(async () => {
			await new Promise((later) => setTimeout(later, 500));
			const names = await caches.keys();
			const keys = await Promise.all(
				names.map(async (name) => (await (await caches.open(name)).keys()).length)
			);
			return keys.reduce((all, each) => all + each, 0);
		});
}

/** @param {readonly number[]} values */
export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
