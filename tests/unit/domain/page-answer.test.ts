import { expect, test } from 'vitest';
import { isEnvolPage, isFileAddress } from '$lib/domain/page-answer';

const html = 'text/html; charset=utf-8';
const page = '<!doctype html><html lang="en"><a href="tel:988">9-8-8</a></html>\n';

test('a page of Envol is known by its number for suicide, whatever version it is of', () => {
	expect(isEnvolPage(html, page)).toBe(true);
	expect(isEnvolPage('TEXT/HTML', page.replaceAll('"', ''))).toBe(true);
	expect(isEnvolPage(html, `${page}<!-- served by a host -->`)).toBe(true);
});

test.each([
	['nothing', html, ''],
	['half a page', html, page.slice(0, -10)],
	['the page of a network that asks to sign in', html, '<html><h1>Accept the terms</h1></html>'],
	['a host in trouble', html, '<html><h1>500 Internal error</h1></html>'],
	['another number', html, page.replace('tel:988', 'tel:9885550100')],
	['something that is no page', 'application/json', page],
	['an answer that does not say what it is', '', page]
])('%s is no page of Envol', (_, type, text) => {
	expect(isEnvolPage(type, text)).toBe(false);
});

test('the address of a file is told from that of a page', () => {
	for (const path of ['/icons/icon-192.png', '/robots.txt', '/a/b.C'])
		expect(isFileAddress(path), path).toBe(true);
	for (const path of ['/', '/en/help/', '/en/help', '/404.html', '/open-copy.HTM', '/v1.2/'])
		expect(isFileAddress(path), path).toBe(false);
});
