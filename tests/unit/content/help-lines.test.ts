import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '$messages/en/help-lines.json';
import regionsInEnglish from '$messages/en/regions.json';
import fr from '$messages/fr/help-lines.json';
import { helpLineSources } from '$lib/content/help-line-sources';
import { helpLines } from '$lib/content/help-lines';
import { heldBackLines, retiredLines } from '$lib/content/help-lines-held-back';
import { regions } from '$lib/content/regions';
import {
	checkEveryDays,
	groupByNeed,
	hrefOf,
	isDueForCheck,
	isInCanada,
	isWellFormedUri,
	needs,
	smsUri,
	urgentLines,
	type Channel
} from '$lib/domain/help-line';
import { langs } from '$lib/domain/language';
import { addDays, isLocalDay, localDay } from '$lib/domain/local-day';
import {
	reviewedEmergencyNumbers,
	reviewedHelpNumbers,
	reviewedHrefs,
	reviewedKeywordTexts
} from '../../support/reviewed-help-numbers';

const channels: readonly Channel[] = helpLines.flatMap((line) => line.channels);
const dialled = channels.filter((channel) => channel.type !== 'web' && channel.type !== 'chat');
const words = { en, fr };

/** '+1 (866) 277-3553' and '8662773553' are the same number. */
function digitsOf(text: string): string {
	const digits = text.replace(/\D/g, '');
	return digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
}

/** Letters as they stand on a telephone's keys. */
function keyOf(letter: string): string {
	return '22233344455566677778889999'.charAt(letter.charCodeAt(0) - 'A'.charCodeAt(0));
}

function lookFor(number: string): RegExp {
	return new RegExp(`(?<!\\d)1?${number}(?!\\d)`);
}

/** The text with the signs between digits taken out, so that 741-741 and 741 741 are found too. */
function withJoinedDigits(text: string): string {
	return text.replace(/(?<=\d)[\s().\u2010-\u2015-]+(?=\d)/g, '');
}

function ids(lines: readonly { readonly id: string }[]): string[] {
	return lines.map((line) => line.id);
}

function filesUnder(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && /\.(ts|js|svelte|html|json|css)$/.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name));
}

function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function keysIn(value: unknown, path = ''): string[] {
	if (typeof value !== 'object' || value === null) return [path];
	return Object.entries(value).flatMap(([key, inner]) => keysIn(inner, `${path}/${key}`));
}

describe('the numbers a person can call', () => {
	it('are exactly the ones on the reviewed list', () => {
		const shown = Object.fromEntries(
			helpLines.map((line) => [line.id, line.channels.map((channel) => channel.uri)])
		);
		expect(shown).toEqual(reviewedHelpNumbers);
	});

	it('are for an emergency exactly the ones on the reviewed list', () => {
		const shown = Object.fromEntries(
			regions.map((region) => [region.id, region.emergency.map((number) => number.uri)])
		);
		expect(shown).toEqual(reviewedEmergencyNumbers);
	});

	it('are each listed once', () => {
		expect(new Set(ids(helpLines)).size).toBe(helpLines.length);
		expect(new Set(ids(regions)).size).toBe(regions.length);
	});

	it.each(helpLines.map((line) => [line.id, line] as const))('open on any phone: %s', (_id, line) => {
		for (const channel of line.channels)
			for (const lang of langs) expect(hrefOf(channel, lang)).toSatisfy(isWellFormedUri);
	});

	it('are dialled by a tap in the way the channel promises', () => {
		const scheme = { tel: 'tel:', tty: 'tel:', sms: 'sms:', chat: 'https:', web: 'https:' };
		for (const channel of channels) expect(channel.uri.startsWith(scheme[channel.type])).toBe(true);
	});

	it('are in Canada a short code as it is, a 310 number, or a long number with +1', () => {
		for (const line of helpLines.filter((line) => isInCanada(line.region)))
			for (const { uri } of line.channels.filter((channel) => dialled.includes(channel)))
				expect(uri).toMatch(/^(tel|sms):(\d{3}|\d{6}|310\d{4}|\+1\d{10})$/);
	});

	it('are the same on screen and on the telephone, even when printed with letters', () => {
		for (const { display, uri } of dialled) {
			const spelled = display.replace(/\(.*\)/, '').replace(/[A-Z]/g, keyOf);
			const bracketed = /\((.*)\)/.exec(display)?.[1] ?? '';
			expect(digitsOf(spelled)).toBe(digitsOf(uri));
			expect(digitsOf(uri).endsWith(digitsOf(bracketed))).toBe(true);
		}
		for (const { display, uri } of regions.flatMap((region) => region.emergency)) {
			expect(uri).toSatisfy(isWellFormedUri);
			expect(digitsOf(display)).toBe(digitsOf(uri));
		}
	});

	it('open the very site that is printed', () => {
		for (const { display, uri } of channels.filter((channel) => !dialled.includes(channel)))
			expect(uri).toBe(`https://${display}`);
	});

	it('carry the word a text service needs, in the language of the person', () => {
		for (const line of helpLines)
			for (const channel of line.channels)
				if (channel.type === 'sms' && channel.keyword !== undefined)
					for (const lang of langs) expect(smsUri(channel, lang)).toBe(reviewedKeywordTexts[line.id]?.[lang]);
		const withKeyword = helpLines.filter((line) =>
			line.channels.some((channel) => channel.type === 'sms' && channel.keyword !== undefined)
		);
		expect(ids(withKeyword)).toEqual(Object.keys(reviewedKeywordTexts));
	});

	it.each(langs)('are all found among the reviewed links of a page (%s)', (lang) => {
		const shown = channels.map((channel) => hrefOf(channel, lang));
		const emergency = regions.flatMap((region) => region.emergency.map((number) => number.uri));
		expect(new Set([...shown, ...emergency])).toEqual(reviewedHrefs(lang));
	});
});

describe('a person is never sent to a line that closed or that nobody checked', () => {
	const refused = [...new Set([...heldBackLines, ...retiredLines].flatMap((line) => line.numbers))];

	it('741741 stands first among the retired numbers', () => {
		expect(retiredLines[0]?.numbers).toContain('741741');
		expect(refused).toEqual(
			expect.arrayContaining([
				'741741',
				'45645',
				'8334564566',
				'8665850445',
				'8006675005',
				'8002182885',
				'8006610844',
				'8445333030'
			])
		);
	});

	it.each(refused.map((number) => [number]))('%s is not among the numbers shown', (number) => {
		const shown = [...channels, ...regions.flatMap((region) => region.emergency)];
		expect(shown.filter(({ uri }) => digitsOf(uri) === number)).toEqual([]);
		expect(shown.filter(({ display }) => lookFor(number).test(withJoinedDigits(display)))).toEqual([]);
	});

	it.each(refused.map((number) => [number]))('%s is not in the words of the help lines', (number) => {
		const found = [...textsIn(en), ...textsIn(fr)].filter((text) =>
			lookFor(number).test(withJoinedDigits(text))
		);
		expect(found).toEqual([]);
	});

	it('no name kept back and no site kept back is shown', () => {
		const shown: readonly string[] = ids(helpLines);
		expect([...ids(heldBackLines), ...ids(retiredLines)].filter((id) => shown.includes(id))).toEqual([]);
		const sites = heldBackLines.flatMap((line) => line.sites ?? []);
		expect(channels.filter((channel) => sites.includes(channel.uri))).toEqual([]);
	});

	it('no retired number hides anywhere in the app or in its words', () => {
		const files = [...filesUnder('src'), ...filesUnder('messages')].filter(
			(file) => !file.endsWith('help-lines-held-back.ts')
		);
		expect(files.length).toBeGreaterThan(0);
		const retired = retiredLines.flatMap((line) => line.numbers);
		const found = files.flatMap((file) => {
			const text = withJoinedDigits(readFileSync(file, 'utf8'));
			return retired.filter((number) => lookFor(number).test(text)).map((number) => `${number} in ${file}`);
		});
		expect(found).toEqual([]);
	});

	it('the list of refused numbers and the list of sources never reach the browser', () => {
		const importing = filesUnder('src').filter((file) =>
			/(from|import\()\s*['"][^'"]*(help-lines-held-back|help-line-sources)/.test(readFileSync(file, 'utf8'))
		);
		expect(importing).toEqual([]);
	});

	it('someone who knew a retired line is pointed to one that is shown', () => {
		const shown: readonly string[] = ids(helpLines);
		for (const line of retiredLines) {
			expect(line.sources.length).toBeGreaterThan(0);
			expect(shown).toEqual(expect.arrayContaining([...line.replaceWith]));
		}
	});
});

describe('a person can know where each number comes from', () => {
	it('every line has a source and the day it was last read', () => {
		expect(Object.keys(helpLineSources)).toEqual(ids(helpLines));
		for (const line of helpLines) {
			const { sources, sourceDate } = helpLineSources[line.id];
			expect(sources.every((source) => source.trim() !== '')).toBe(true);
			expect(sources.length).toBeGreaterThan(0);
			expect(sourceDate).not.toBe('');
			expect(isLocalDay(line.checkedOn)).toBe(true);
		}
	});

	it('a number is trusted for half a year, and no day more', () => {
		const line = { checkedOn: localDay('2026-11-21') };
		expect(checkEveryDays).toBe(182);
		expect(isDueForCheck(line, line.checkedOn)).toBe(false);
		expect(isDueForCheck(line, addDays(line.checkedOn, 182))).toBe(false);
		expect(isDueForCheck(line, addDays(line.checkedOn, 183))).toBe(true);
		expect(isDueForCheck(line, localDay('2027-05-22'))).toBe(false);
		expect(isDueForCheck(line, localDay('2027-05-23'))).toBe(true);
	});

	it('a clock set in the past does not call for a check', () => {
		expect(isDueForCheck({ checkedOn: localDay('2026-11-21') }, localDay('2020-01-01'))).toBe(false);
	});
});

describe('a person in distress', () => {
	const canadian = regions.filter((region) => isInCanada(region.id));

	it('finds 9-1-1 and 9-8-8 first, wherever they are in Canada', () => {
		expect(canadian).toHaveLength(14);
		for (const region of canadian) {
			expect(region.emergency.map((number) => number.uri)).toEqual(['tel:911']);
			expect(ids(urgentLines(helpLines, region.id))).toContain('ca-988');
		}
	});

	it('finds in Quebec the Quebec lines first, in the order the province asks for', () => {
		expect(ids(urgentLines(helpLines, 'CA-QC'))).toEqual(['qc-appelle', 'qc-suicide-ca', 'ca-988', 'qc-811']);
	});

	it('finds 9-8-8 alone at the top elsewhere in Canada', () => {
		for (const region of canadian.filter((region) => region.id !== 'CA-QC'))
			expect(ids(urgentLines(helpLines, region.id))).toEqual(['ca-988']);
	});

	it('finds an emergency number and someone to reach in every place of the list', () => {
		for (const region of regions) {
			expect(region.emergency.length).toBeGreaterThan(0);
			expect(urgentLines(helpLines, region.id).length).toBeGreaterThan(0);
		}
	});

	it('finds abroad the crisis lines of that country', () => {
		expect(ids(urgentLines(helpLines, 'GB'))).toEqual(['gb-sam', 'gb-shout', 'gb-ni']);
		expect(ids(urgentLines(helpLines, 'FR'))).toEqual(['fr-3114']);
	});

	it('finds the world directory where no line of the country is vetted yet', () => {
		for (const region of ['CH', 'LU', 'WORLD'] as const)
			expect(ids(urgentLines(helpLines, region))).toEqual(['find-a-helpline']);
	});

	it('is told where the emergency number may not answer', () => {
		const vary = regions.filter((region) => region.emergencyMayVary);
		expect(ids(vary)).toEqual(['CA-NU', 'WORLD']);
	});

	it('sees two emergency numbers of one country told apart', () => {
		for (const { emergency } of regions)
			expect(new Set(emergency.map((number) => number.label)).size).toBe(emergency.length);
	});
});

describe('a tired person who looks further', () => {
	it('sees no line twice when they are grouped by need', () => {
		const grouped = groupByNeed(helpLines);
		expect(grouped.flatMap((group) => [...group.lines])).toHaveLength(helpLines.length);
		expect(grouped.map((group) => group.need)).toEqual([...needs]);
		expect(groupByNeed([])).toEqual([]);
	});

	it('is not sent to a health advice line as if it were a crisis line', () => {
		for (const line of helpLines.filter((line) => line.kind === 'health'))
			expect(line.needs).not.toContain('crisis');
	});
});

describe('a link that a telephone would refuse', () => {
	it.each([
		'tel:9-8-8',
		'tel:+1988',
		'sms:+1988',
		'tel:18662773553',
		'tel:8662773553',
		'tel:+1 866 277 3553',
		'tel:+1866277355',
		'tel:+186627735533',
		'tel:+18660773553',
		'sms:686868?body=CONNECT',
		'sms:686868&body=CONNECT',
		'sms:686868?&body=',
		'http://suicide.ca',
		'https://suicide.ca?from=envol',
		'suicide.ca',
		'javascript:alert(1)',
		''
	])('is refused: %s', (uri) => {
		expect(isWellFormedUri(uri)).toBe(false);
	});

	it.each([
		'tel:911',
		'sms:988',
		'tel:116123',
		'tel:3106789',
		'tel:08088088000',
		'tel:+18662773553',
		'sms:686868?&body=CONNECT',
		'https://www.centredecrise.ca/lescentres'
	])('is not mistaken for a good one: %s', (uri) => {
		expect(isWellFormedUri(uri)).toBe(true);
	});
});

describe('a person reads about each line in their own language', () => {
	const groups = ['needs', 'hours', 'languages', 'channels', 'emergency'];

	it('has the same texts in English and in French, in the same order', () => {
		expect(keysIn(fr)).toEqual(keysIn(en));
		expect(keysIn(en).filter((key) => key.includes('.'))).toEqual([]);
	});

	it('has words for every line, region, need, language and hour, and for nothing else', () => {
		expect(Object.keys(en)).toEqual([...ids(helpLines), ...groups]);
		expect(Object.keys(regionsInEnglish)).toEqual(ids(regions));
		expect(Object.keys(en.needs)).toEqual([...needs]);
		expect(new Set(Object.keys(en.languages))).toEqual(new Set(helpLines.flatMap((line) => line.languages)));
		expect(new Set(Object.keys(en.hours))).toEqual(new Set(helpLines.map((line) => line.hours)));
	});

	it.each(langs)('is never shown an empty or untidy text (%s)', (lang) => {
		for (const text of textsIn(words[lang])) {
			expect(text).not.toBe('');
			expect(text).toBe(text.trim());
			expect(text).not.toMatch(/'|"|\s\s/);
		}
	});

	it('reads French set as in Québec: a hard space before a colon, none before ? ! and ;, nobody in brackets', () => {
		for (const text of textsIn(fr)) {
			expect(text).not.toMatch(/[^\u00a0]:/);
			expect(text).not.toMatch(/\s[?!;]/);
			expect(text).not.toMatch(/\p{L}\([a-z]+\)/u);
		}
	});
});
