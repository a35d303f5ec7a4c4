import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

const isText = (/** @type {string} */ name) => /\.(css|html|js|json|svg|txt|webmanifest)$/.test(name);
/** In bytes: smaller files are not compressed, since their headers weigh more. */
const smallest = 200;

/**
 * Puts a packed copy beside each text file of a finished site, `.br` and `.gz`: a host that knows them packs nothing itself.
 * @param {string} folder the finished site
 */
export async function precompress(folder) {
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isText);
	await Promise.all(
		files.map(async (name) => {
			const file = join(folder, name);
			const plain = readFileSync(file);
			if (plain.length < smallest) return;
			// at the usual level of hosts, so that what is measured is what people wait for
			const packed = await brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
			writeFileSync(`${file}.br`, packed);
			writeFileSync(`${file}.gz`, await zip(plain, { level: 9 }));
		})
	);
}
