import { describe, expect, test } from 'vitest';
import {
	bannerAbroad,
	bannerForCanada,
	bannerForQuebec,
	mayVaryIn,
	type BannerNumber
} from '$lib/content/crisis-banner';
import { helpLines } from '$lib/content/help-lines';
import { regions } from '$lib/content/regions';
import { isInCanada, isWellFormedUri, urgentLines, type RegionId } from '$lib/domain/help-line';

const rows: [region: RegionId, numbers: readonly BannerNumber[]][] = [
	['CA', bannerForCanada],
	['CA-QC', bannerForQuebec],
	...(Object.entries(bannerAbroad) as [RegionId, readonly BannerNumber[]][])
];
const uris = (numbers: readonly BannerNumber[]) => numbers.map(({ uri }) => uri);
const placeOf = (region: RegionId) => regions.find(({ id }) => id === region);

/** Every number that Envol knows for a place: its emergency numbers and its help lines, the country's too. */
function known(region: RegionId): Map<string, string> {
	const lines = helpLines.filter(
		(line) => line.region === region || (isInCanada(region) && line.region === 'CA')
	);
	const channels = lines.flatMap((line) => line.channels);
	return new Map(
		[...(placeOf(region)?.emergency ?? []), ...channels].map(({ uri, display }) => [uri, display])
	);
}

const digits = (text: string) => text.replace(/\D/g, '');

describe.each(rows)('the row at the top of every page in %s', (region, numbers) => {
	test('begins with the emergency number of the place', () => {
		expect(numbers[0]).toMatchObject({ way: 'tel', uri: placeOf(region)?.emergency[0].uri });
		expect(digits(numbers[0]!.display)).toBe(digits(placeOf(region)!.emergency[0].display));
	});

	test('gives only numbers that the help page gives too', () => {
		for (const { uri } of numbers) expect(known(region).has(uri), uri).toBe(true);
	});

	test('shows each number as it is dialled', () => {
		const keys = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
		const onKeys = (text: string) =>
			text.replace(/[A-Z]/g, (letter) => '22233344455566677778889999'.charAt(keys.indexOf(letter)));
		for (const { way, display, uri } of numbers) {
			expect(isWellFormedUri(uri)).toBe(true);
			expect(uri.startsWith(`${way}:`)).toBe(true);
			expect(digits(uri)).toBe(digits(onKeys(display)));
		}
	});

	test('gives each number once, and a human voice that answers', () => {
		expect(new Set(uris(numbers)).size).toBe(numbers.length);
		const urgent = urgentLines(helpLines, region).flatMap((line) => line.channels.map(({ uri }) => uri));
		const voices = numbers.slice(1).filter(({ way }) => way === 'tel');
		for (const { uri } of voices) expect(urgent).toContain(uri);
	});
});

test('in Canada 9-1-1 and 9-8-8 come first, call then text', () => {
	expect(bannerForCanada.map(({ way, display }) => `${way} ${display}`)).toEqual([
		'tel 9-1-1',
		'tel 9-8-8',
		'sms 9-8-8'
	]);
});

test('in Quebec its own service comes before 9-8-8, in the order of the help page', () => {
	expect(uris(bannerForQuebec)).toEqual(['tel:911', 'tel:+18662773553', 'sms:535353', 'tel:988']);
	const [first, second] = urgentLines(helpLines, 'CA-QC');
	expect(first?.channels.map(({ uri }) => uri)).toContain('tel:+18662773553');
	expect([first, second].flatMap((line) => line?.channels.map(({ uri }) => uri))).toContain('sms:535353');
});

test('every country a person can choose has its row', () => {
	const abroad = regions.filter(({ id }) => !isInCanada(id)).map(({ id }) => id);
	expect(Object.keys(bannerAbroad).sort()).toEqual([...abroad].sort());
});

test('where the emergency number may not answer everywhere, a person is told so wherever it stands', () => {
	const all = regions.filter(({ emergencyMayVary }) => emergencyMayVary).map(({ id }) => id);
	expect(all.length).toBeGreaterThan(0);
	expect(mayVaryIn).toEqual(all);
});
