import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { onceWritten } from './once-written.ts';

const sheet = /<link href="(\/_app\/immutable\/assets\/[^"]+\.css)" rel="stylesheet">/g;

/** Splits a list of selectors at its own commas, not at those within brackets. */
function selectorsOf(list: string): string[] {
	let depth = 0;
	return [...list]
		.reduce((all, letter) => {
			depth += Number(letter === '(') - Number(letter === ')');
			return all + (letter === ',' && depth === 0 ? '\n' : letter);
		}, '')
		.split('\n');
}

/** These styles without the rules of components that a page does not have, and, without the app, never will. */
export function stylesOfPage(styles: string, html: string): string {
	const there = new Set(html.match(/\bsvelte-[a-z0-9]+/g));
	const isOfAnother = (selector: string) =>
		[...selector.matchAll(/\.(svelte-[a-z0-9]+)/g)].some(([, name]) => !there.has(name!));
	return styles.replace(/([^{}]+)\{[^{}]*\}/g, (rule, selectors: string) =>
		selectorsOf(selectors).every(isOfAnother) ? '' : rule
	);
}

/**
 * Inlines the styles of the pages a person meets first: one round trip on a slow network to a screen that looks
 * right. The other pages share the files. The policy of each page names its styles by hash; the link to the file
 * stays, disabled, so that the app knows it need not load it again.
 */
export function inlineStyles(pages: readonly string[], outDir = 'build'): Plugin {
	async function inline(page: string): Promise<void> {
		const file = join(outDir, page.endsWith('/') ? `${page}index.html` : page);
		const html = await readFile(file, 'utf8');
		const links = [...html.matchAll(sheet)];
		const all = (await Promise.all(links.map(([, path]) => readFile(join(outDir, path!), 'utf8')))).join('');
		const styles = html.includes('__sveltekit') ? all : stylesOfPage(all, html);
		const hash = `'sha256-${createHash('sha256').update(styles).digest('base64')}'`;
		const first = links[0]?.[0];
		if (!first || !html.includes("style-src 'self'")) throw new Error(`no styles to put into ${page}`);
		await writeFile(
			file,
			html
				.replace("style-src 'self'", `style-src 'self' ${hash}`)
				.replace(first, () => `<style>${styles}</style>\n\t\t${first}`)
				.replace(sheet, '<link href="$1" rel="stylesheet" disabled media="(max-width: 0)">')
		);
	}
	return onceWritten('envol:inline-styles', async () => {
		for (const page of pages) await inline(page);
	});
}
