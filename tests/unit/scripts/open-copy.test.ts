import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readableStart } from '$lib/copy/pack';
import { rounds, sealedMagic } from '$lib/copy/seal';
import { normalisePassphrase } from '$lib/domain/passphrase';

const page = readFileSync('static/open-copy.html', 'utf8');
const script = /<script>([\s\S]*?)<\/script>/.exec(page)![1]!;

test('the page that opens a copy lets no script, style or request in but its own', () => {
	const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
	const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)![1]!;
	const style = /<style>([\s\S]*?)<\/style>/.exec(page)![1]!;
	// changed its script or style? These are the hashes to write into its policy
	expect(policy).toContain(`script-src ${hash(script)};`);
	expect(policy).toContain(`style-src ${hash(style)};`);
	expect(policy).toMatch(/^default-src 'none';/);
	expect(policy).not.toContain('connect-src');
	expect(page).not.toMatch(/https?:|@import|innerHTML|fetch\(|XMLHttp|import\(/);
	expect(page.match(/href="[^"]*"/g)!.filter((link) => !/"(?:tel|sms):|"data:,"/.test(link))).toEqual([]);
	expect(page.length).toBeLessThan(16_000);
});

test('it reads a copy by the same rules as Envol', () => {
	expect(script).toContain(JSON.stringify(sealedMagic).replaceAll('"', "'"));
	expect(script).toContain(`'${readableStart.replace('\n', '\\n')}'`);
	expect(script).toContain(
		`header.rounds >= ${rounds.floor / 1e5}e5 && header.rounds <= ${rounds.ceiling / 1e5}e5`
	);
	const counted = /const counted = ([\s\S]*?;)\n/.exec(script)![1]!;
	const reads = new Function(`return (${counted.replace(/;$/, '')})`)() as (words: string) => string;
	for (const words of ['River-lamp, BREAD — cloud', 'Œuf été ﬁ', 'a.b’c ‑ d\u00a0e', 'Straße', 'İ', '日本'])
		expect(reads(words)).toBe(normalisePassphrase(words));
});

test('every text of it is there in both languages', () => {
	const texts = new Function(`${script.slice(0, script.indexOf('const $ ='))}; return texts`)() as Record<'en' | 'fr', Record<string, string>>; // prettier-ignore
	expect(Object.keys(texts.fr)).toEqual(Object.keys(texts.en));
});
