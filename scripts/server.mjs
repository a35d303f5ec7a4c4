import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createSecureServer } from 'node:http2';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** @type {Record<string, string>} */
const types = {
	'.css': 'text/css; charset=utf-8',
	'.html': 'text/html; charset=utf-8',
	'.ico': 'image/x-icon',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json',
	'.png': 'image/png',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain; charset=utf-8',
	'.webmanifest': 'application/manifest+json',
	'.webp': 'image/webp',
	'.woff2': 'font/woff2'
};
const packed = new Set(['.ico', '.png', '.webp', '.woff2']);

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** @typedef {{ path: string, headers: [name: string, value: string][] }} Rule */

/**
 * Reads a `_headers` file as Netlify and Cloudflare Pages do: an address, then its headers, indented.
 * @param {string} text
 * @returns {Rule[]}
 */
function parseHeaders(text) {
	/** @type {Rule[]} */
	const rules = [];
	for (const line of text.split('\n')) {
		const words = line.trim();
		if (words === '' || words.startsWith('#')) continue;
		if (line === line.trimStart()) rules.push({ path: words, headers: [] });
		else {
			const colon = words.indexOf(':');
			rules.at(-1)?.headers.push([words.slice(0, colon).toLowerCase(), words.slice(colon + 1).trim()]);
		}
	}
	return rules;
}

/**
 * The headers of one address; a name met twice keeps both values, as on those hosts.
 * @param {Rule[]} rules
 * @param {string} path
 */
function headersFor(rules, path) {
	/** @type {Record<string, string>} */
	const headers = {};
	for (const rule of rules) {
		const isMeant = rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path;
		if (!isMeant) continue;
		for (const [name, value] of rule.headers)
			headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
	}
	return headers;
}

/**
 * One file, read once and packed once.
 * @typedef {{ changed: number, type: string, tag: string, plain: Buffer, br?: Promise<Buffer>, gzip?: Promise<Buffer> }} Kept
 */

/** By where they really are, for every folder that this process serves. @type {Map<string, Kept>} */
const kept = new Map();

/** @param {string} root */
function createShelf(root) {
	/**
	 * The file behind a path; undefined when there is none, or when it lies outside the folder.
	 * @param {string} path decoded, starting with a slash
	 * @returns {Promise<Kept | 'folder' | undefined>}
	 */
	return async function find(path) {
		try {
			const file = await realpath(join(root, path));
			if (file !== root && !file.startsWith(root + sep)) return undefined;
			const facts = await stat(file);
			if (facts.isDirectory()) return 'folder';
			const known = kept.get(file);
			if (known?.changed === facts.mtimeMs) return known;
			const plain = await readFile(file);
			const fresh = {
				changed: facts.mtimeMs,
				type: types[extname(file)] ?? 'application/octet-stream',
				tag: createHash('sha256').update(plain).digest('base64url').slice(0, 20),
				plain
			};
			kept.set(file, fresh);
			return fresh;
		} catch {
			return undefined;
		}
	};
}

/**
 * The bytes to send, as small as the browser can read them.
 * @param {Kept} file
 * @param {string} accepted the request's Accept-Encoding
 * @returns {Promise<{ bytes: Buffer, encoding?: 'br' | 'gzip' }>}
 */
async function pack(file, accepted) {
	const isPacked = [...packed].some((extension) => file.type === types[extension]);
	if (isPacked || file.plain.length < 200) return { bytes: file.plain };
	if (/\bbr\b/.test(accepted)) {
		file.br ??= brotli(file.plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
		return { bytes: await file.br, encoding: 'br' };
	}
	if (/\bgzip\b/.test(accepted)) {
		file.gzip ??= zip(file.plain, { level: 9 });
		return { bytes: await file.gzip, encoding: 'gzip' };
	}
	return { bytes: file.plain };
}

/**
 * The path asked for, decoded; undefined when it is nothing a site of files can have.
 * @param {string} asked
 */
function pathOf(asked) {
	try {
		const path = decodeURIComponent(asked);
		return /^\/(?!\/)/.test(path) && !/[\\\0]|\/\/|\/\.\.?(\/|$)/.test(path) ? path : undefined;
	} catch {
		return undefined;
	}
}

/**
 * Serves a folder of finished pages, the way a static host would.
 * @param {string} dir
 * @param {{ port?: number, host?: string, tls?: { key: string, cert: string } }} [options] any free port of this
 * computer unless told; HTTP/2, as static hosts do, where there is a certificate
 * @returns {Promise<{ url: string, port: number, stop: () => Promise<void> }>}
 */
export async function serve(dir, { port = 0, host = '127.0.0.1', tls } = {}) {
	const root = await realpath(dir);
	const rules = parseHeaders(await readFile(join(root, '_headers'), 'utf8').catch(() => ''));
	const find = createShelf(root);

	/** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
	async function respond(request, response) {
		try {
			if (request.method !== 'GET' && request.method !== 'HEAD') {
				response.writeHead(405, { allow: 'GET, HEAD' }).end();
				return;
			}
			const [asked = '/', query] = (request.url ?? '/').split(/\?(.*)/s);
			const path = pathOf(asked);
			const headers = headersFor(rules, path ?? asked);
			// a link on another site must never empty somebody's plan
			if (!['same-origin', undefined].includes(one(request.headers['sec-fetch-site'])))
				delete headers['clear-site-data'];

			let file = path === undefined || path === '/_headers' ? undefined : await find(path);
			if (file === 'folder') {
				if (!asked.endsWith('/')) {
					const to = `${asked}/${query === undefined ? '' : `?${query}`}`;
					response.writeHead(301, { ...headers, location: to }).end();
					return;
				}
				file = await find(`${path}index.html`);
			}
			const found = file === undefined || file === 'folder' ? undefined : file;
			const shown = found ?? (await find('/404.html'));
			if (shown === undefined || shown === 'folder') {
				response.writeHead(404, headers).end('404');
				return;
			}
			const { bytes, encoding } = await pack(shown, one(request.headers['accept-encoding']) ?? '');
			const tag = `"${shown.tag}${encoding ? `-${encoding}` : ''}"`;
			/** @type {Record<string, string | number>} */
			const answer = {
				'cache-control': 'no-cache',
				...headers,
				'content-type': shown.type,
				etag: tag,
				vary: 'Accept-Encoding'
			};
			if (found && request.headers['if-none-match'] === tag) {
				response.writeHead(304, answer).end();
				return;
			}
			if (encoding) answer['content-encoding'] = encoding;
			answer['content-length'] = bytes.length;
			response.writeHead(found ? 200 : 404, answer);
			response.end(request.method === 'HEAD' ? undefined : bytes);
		} catch {
			if (!response.headersSent) response.writeHead(500);
			response.end();
		}
	}
	const server = tls ? createSecureServer(tls, /** @type {any} */ (respond)) : createServer(respond);
	await new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, () => resolve(undefined));
	});
	const address = /** @type {import('node:net').AddressInfo} */ (server.address());
	const name = host.includes(':') ? `[${host}]` : host;
	return {
		url: `${tls ? 'https' : 'http'}://${name}:${address.port}`,
		port: address.port,
		stop: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				if ('closeAllConnections' in server) server.closeAllConnections();
			})
	};
}

/** @param {string | string[] | undefined} header */
function one(header) {
	return Array.isArray(header) ? header[0] : header;
}
