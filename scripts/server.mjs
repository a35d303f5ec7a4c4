import { existsSync, readFileSync, statSync } from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createSecureServer } from 'node:http2';
import { join } from 'node:path';
import sirv from 'sirv';

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
 * Serves a folder of finished pages, the way a static host would: the packed copies that the build puts beside its files,
 * and the headers of its `_headers`.
 * @param {string} dir
 * @param {{ port?: number, host?: string, tls?: { key: string, cert: string }, isFixed?: boolean }} [options] any free port of this
 * computer unless told; HTTP/2, as static hosts do, where there is a certificate; `isFixed` where no file changes meanwhile
 * @returns {Promise<{ url: string, port: number, stop: () => Promise<void> }>}
 */
export async function serve(dir, { port = 0, host = '127.0.0.1', tls, isFixed = false } = {}) {
	const root = await realpath(dir);
	const rules = parseHeaders(await readFile(join(root, '_headers'), 'utf8').catch(() => ''));
	// looks at the disk each time: a test changes the site under the server, as a new version would
	const files = sirv(root, { dev: true, etag: true, brotli: true, gzip: true, setHeaders: setRules });
	const isFolder = (/** @type {string} */ path) =>
		statSync(join(root, path), { throwIfNoEntry: false })?.isDirectory() ?? false;

	/** @param {import('node:http').ServerResponse} response @param {string} path */
	function setRules(response, path) {
		const headers = headersFor(rules, path);
		// A link on another site must never empty somebody's plan, nor the offline copy that takes this page for later. Where the
		// worker asks on behalf of who goes there, the mode is "same-origin".
		const { 'sec-fetch-site': site = 'same-origin', 'sec-fetch-mode': mode = 'navigate' } =
			response.req.headers;
		if (site !== 'same-origin' || !['navigate', 'same-origin'].includes(one(mode) ?? ''))
			delete headers['clear-site-data'];
		for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
	}

	/** @type {Map<string, Buffer | undefined>} */
	const known = new Map();
	/** The packed copy of a file, read once. @param {string} path */
	function packed(path) {
		const file = `${path}.br`;
		if (!known.has(file))
			known.set(file, existsSync(join(root, file)) ? readFileSync(join(root, file)) : undefined);
		return known.get(file);
	}
	/**
	 * Sends a script or a style from memory, where it can: a page asks for dozens of them.
	 * @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response
	 * @param {string} path
	 */
	function sendFromMemory({ method, headers }, response, path) {
		const [, kind] = /^\/_app\/immutable\/.+\.(js|css)$/.exec(path) ?? [];
		const takes = /\bbr\b/.test(one(headers['accept-encoding']) ?? '');
		const body = kind && takes && method === 'GET' && !headers.range ? packed(path) : undefined;
		if (!body) return false;
		setRules(response, path);
		response.writeHead(200, {
			'content-type': kind === 'js' ? 'text/javascript' : 'text/css',
			'content-encoding': 'br',
			'content-length': body.length,
			vary: 'Accept-Encoding'
		});
		response.end(body);
		return true;
	}

	/** @param {import('node:http').ServerResponse} response */
	async function sayNotFound(response) {
		const page = await readFile(join(root, '404.html')).catch(() => Buffer.from('404'));
		response.setHeader('content-type', 'text/html; charset=utf-8');
		// it may be there a moment later: nothing may remember that it was not
		response.setHeader('cache-control', 'no-store');
		response.writeHead(404).end(response.req.method === 'HEAD' ? undefined : page);
	}

	/** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
	function respond(request, response) {
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			response.writeHead(405, { allow: 'GET, HEAD' }).end();
			return;
		}
		const [asked = '/', query] = (request.url ?? '/').split(/\?(.*)/s);
		const path = pathOf(asked);
		if (path === undefined || path === '/_headers') {
			setRules(response, asked);
			void sayNotFound(response);
		} else if (!path.endsWith('/') && isFolder(path)) {
			setRules(response, path);
			response.writeHead(301, { location: `${asked}/${query === undefined ? '' : `?${query}`}` }).end();
		} else if (!isFixed || !sendFromMemory(request, response, path))
			files(request, response, () => {
				setRules(response, path);
				void sayNotFound(response);
			});
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
