import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { addressesOf, pages } from '../../src/pages.js';

const plain = (html: string) =>
	html
		.replace(/<!--[^]*?-->|<[^>]+>/g, '')
		.replace(/&amp;/g, '&')
		.trim();

test('each page has one title, said the same in its heading and in the bar of the browser', () => {
	// Today greets, and Help says what it is for
	for (const page of pages.filter(({ path }) => path !== 'today/' && path !== 'help/'))
		for (const address of addressesOf(page)) {
			const html = readFileSync(`build${address}index.html`, 'utf8');
			const headings = [...html.matchAll(/<h1\b[^>]*>([^]*?)<\/h1>/g)].map(([, words = '']) => plain(words));
			const [, title = ''] = /<title>([^]*?)<\/title>/.exec(html) ?? [];
			expect(headings, address).toEqual([plain(title).replace(/ · Envol$/, '')]);
		}
});
