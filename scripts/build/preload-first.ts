import { statSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { onceWritten } from './once-written.ts';

type Manifest = Record<string, { file: string; name?: string; imports?: string[]; css?: string[] }>;

const links = /\s*<link href="\/([^"]+)" rel="modulepreload">/g;
const lastSheet = /<link href="[^"]+" rel="stylesheet">(?![\s\S]*<link href="[^"]+" rel="stylesheet">)/;
/** The framework waits for the page of an unknown address before it starts any other. */
const unknownPage = '.svelte-kit/generated/client-optimized/nodes/1.js';

/** The scripts that these entries import at once, directly and transitively, by their names in the manifest. */
function closureOf(manifest: Manifest, keys: readonly string[]): Set<string> {
	const found = new Set<string>();
	const waiting = [...keys];
	for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
		if (found.has(key)) continue;
		found.add(key);
		waiting.push(...(manifest[key]?.imports ?? []));
	}
	return found;
}

/** The largest first: old servers send few files at a time. */
function bySize(files: readonly string[], outDir: string): string[] {
	const sizes = new Map(files.map((file) => [file, statSync(join(outDir, file)).size]));
	return [...files].sort((a, b) => sizes.get(b)! - sizes.get(a)!);
}

/**
 * Requests everything that a page needs to start in one go: the messages of its language, which the app would request
 * only once it runs, and scripts that the framework omits because others load them later too. Each would be one more
 * round trip on a slow network. The requests are at the end of the page, so that the page itself comes first.
 */
export function preloadFirst(outDir = 'build'): Plugin {
	async function preload(lang: string, manifest: Manifest): Promise<void> {
		const keyOf = new Map(Object.entries(manifest).map(([key, { file }]) => [file, key]));
		const texts = Object.keys(manifest).find((key) => manifest[key]!.name === `words-${lang}`);
		if (!texts) throw new Error(`no texts to load with the pages of /${lang}/`);
		const folder = join(outDir, lang);
		for (const name of await readdir(folder, { recursive: true })) {
			if (!name.endsWith('index.html')) continue;
			const page = join(folder, name);
			const html = await readFile(page, 'utf8');
			const there = [...html.matchAll(links)];
			if (there.length === 0) continue;
			const keys = there.flatMap(([, file]) => keyOf.get(file!) ?? []);
			const chunks = [...closureOf(manifest, [...keys, texts, unknownPage])].map((key) => manifest[key]!);
			const files = chunks.map(({ file }) => file);
			const styles = [...new Set(chunks.flatMap(({ css = [] }) => css))]
				.filter((file) => !html.includes(file))
				.map((file) => `\n\t\t<link href="/${file}" rel="stylesheet">`);
			const start = html.lastIndexOf('<script>');
			if (start < 0) throw new Error(`nothing starts ${page}`);
			const asked = bySize(files, outDir).map((file) => `<link href=/${file} rel=modulepreload>`);
			const before = html
				.slice(0, start)
				.replace(links, '')
				.replace(lastSheet, (sheet) => sheet + styles.join(''));
			await writeFile(page, before + asked.join('') + html.slice(start));
		}
	}
	return onceWritten('envol:preload-first', async () => {
		const file = '.svelte-kit/output/client/.vite/manifest.json';
		const manifest = JSON.parse(await readFile(file, 'utf8')) as Manifest;
		for (const lang of ['en', 'fr']) await preload(lang, manifest);
	});
}
