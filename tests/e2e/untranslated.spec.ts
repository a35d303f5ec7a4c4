import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

/** What a translator may change in a piece of a page: all but the parts that are marked, and what stands in no words. */
function translatable(html: string): string {
	return html
		.replace(/<(\w+)\b[^>]*\stranslate="no"[^>]*>[^]*?<\/\1>/g, '')
		.replace(/<!--[^]*?-->|<[^>]+>/g, '');
}

test('a translator never changes a number to call, the name of a language, or the name of Envol', () => {
	const pages = readdirSync('build', { recursive: true, encoding: 'utf8' }).filter((name) =>
		name.endsWith('.html')
	);
	let calls = 0;
	let langs = 0;
	const open: string[] = [];
	for (const name of pages) {
		const html = readFileSync(`build/${name}`, 'utf8');
		for (const [link] of html.matchAll(/<a\b[^>]*\shref="(?:tel|sms):[^>]*>[^]*?<\/a>/g)) {
			calls += 1;
			if (/\d/.test(translatable(link))) open.push(`${name}: ${link}`);
		}
		for (const [link] of html.matchAll(/<a\b[^>]*\shreflang=[^>]*>[^]*?<\/a>/g)) {
			if (!/English|[Ff]rançais/.test(link)) continue;
			langs += 1;
			if (translatable(link).trim()) open.push(`${name}: ${link}`);
		}
		for (const [heading] of html.matchAll(/<h1\b[^>]*>[^]*?<\/h1>/g))
			if (translatable(heading).trim() === 'Envol') open.push(`${name}: ${heading}`);
	}
	expect(calls).toBeGreaterThan(500);
	expect(langs).toBeGreaterThan(5);
	expect([...new Set(open)]).toEqual([]);
});
