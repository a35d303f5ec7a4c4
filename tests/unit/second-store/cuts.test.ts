import { expect, test } from 'vitest';
import type { Change } from '$lib/second-store/entries';
import { KeptDevice, type Damage } from '../../support/kept-device';
import { Cut, type Leftover } from '../../support/memory-files';

const slots = 4;

/** What one transaction makes of two records at once; some take both away. */
function transaction(count: number): readonly Change[] {
	const slot = count % slots;
	if (count % 7 === 0)
		return [
			['notes', slot],
			['days', slot]
		];
	const text = `words ${count} `.repeat(1 + (count % 3) * 4);
	return [
		['notes', slot, { text }],
		['days', slot, { text }]
	];
}

const made = (count: number) => JSON.stringify(transaction(count).map((change) => change[2] ?? null));

/** What a person did on a device: each transaction, and how far the latest one of each slot was said to be saved. */
class Story {
	readonly device: KeptDevice;
	#count = 0;
	/** What each slot may hold: what was last said to be saved, and whatever was begun after it. */
	#allowed = Array.from({ length: slots }, () => ['[null,null]']);

	/** @param isAlone leaves the database without the journal */
	constructor(isAlone = false) {
		this.device = new KeptDevice(isAlone);
	}

	async changes(times: number): Promise<void> {
		for (let i = 0; i < times; i += 1) {
			this.#count += 1;
			const slot = this.#count % slots;
			this.#allowed[slot]!.push(made(this.#count));
			await this.device.change(transaction(this.#count), this.#count % 2 === 0);
			this.#allowed[slot] = [made(this.#count)];
		}
	}

	/** Nothing that was said to be saved is gone, and nothing is half there. */
	expectWhole(about: string, damage: Damage = 'none'): void {
		for (const [slot, allowed] of this.#allowed.entries()) {
			// half of a transaction that nobody called saved may be gone with half of the database
			if (damage === 'partial' && allowed.length > 1) continue;
			const is = JSON.stringify(['notes', 'days'].map((table) => this.device.valueOf(table, slot) ?? null));
			expect(allowed, about).toContain(is);
		}
	}

	expectEmpty(about: string): void {
		for (let slot = 0; slot < slots; slot += 1)
			for (const table of ['notes', 'days']) expect(this.device.valueOf(table, slot), about).toBeUndefined();
	}
}

const leftovers: readonly Leftover[] = ['there', 'lost', 'zeros'];
const all: readonly Damage[] = ['none', 'older', 'partial', 'gone'];

/**
 * Lets it happen, and ends it after each part of what it writes: in the middle of an entry, of a header, before a flush.
 * @param before what was done until then
 * @param happen what is ended
 * @param after looks at the device as it starts again
 * @param step so many bytes are between two ends
 * @param damages what happens to the database besides, in turn
 * @returns how many ends there were
 */
async function endedEverywhere(
	before: (story: Story) => Promise<void>,
	happen: (story: Story) => Promise<void>,
	after: (story: Story, about: string, isWhole: boolean, damage: Damage) => Promise<void>,
	step: number,
	damages = all
): Promise<number> {
	let ends = 0;
	let isWhole = false;
	for (let at = 0; !isWhole; at += step) {
		const leftover = leftovers[ends % leftovers.length]!;
		const damage = damages[Math.floor(ends / leftovers.length) % damages.length]!;
		const story = new Story();
		await before(story);
		story.device.disk.left = at;
		try {
			await happen(story);
			isWhole = true;
		} catch (error) {
			expect(error).toBeInstanceOf(Cut);
		}
		story.device.startAgain(leftover, damage);
		await after(
			story,
			`ended after ${at} bytes, the rest ${leftover}, the database ${damage}`,
			isWhole,
			damage
		);
		ends += 1;
	}
	return ends;
}

/** The next starts: all is there, also after going on; and by then both say the same. */
async function goesOn(story: Story, about: string, _: boolean, damage: Damage): Promise<void> {
	await story.device.open();
	story.expectWhole(about, damage);
	await story.changes(3);
	story.device.startAgain('there', 'none');
	await story.device.open();
	story.expectWhole(`${about}, after the next visit`, damage);
	expect(await story.device.open(), `${about}, the last visit`).toBe(false);
}

test('ended at any moment while changes are kept and the journal is made small, nothing that was said to be saved is lost, or half there', async () => {
	const ends = await endedEverywhere(
		async (story) => {
			await story.device.open();
			await story.changes(9);
		},
		(story) => story.changes(24),
		goesOn,
		11
	);
	expect(ends).toBeGreaterThan(600);
});

test('ended at any moment while a damaged database is compared and mended, or rebuilt from nothing, nothing is lost', async () => {
	let ends = 0;
	for (const damage of ['older', 'partial', 'gone'] as const)
		ends += await endedEverywhere(
			async (story) => {
				await story.device.open();
				await story.changes(13);
				story.device.startAgain('there', damage);
			},
			async (story) => {
				await story.device.open();
				await story.changes(2);
			},
			goesOn,
			3
		);
	expect(ends).toBeGreaterThan(300);
});

test('ended at any moment while all is erased, all is there or nothing is, and an erase that was ended can be done again', async () => {
	const ends = await endedEverywhere(
		async (story) => {
			await story.device.open();
			await story.changes(13);
		},
		(story) => story.device.erase(),
		async (story, about, isErased) => {
			await story.device.open();
			if (!isErased) {
				story.expectWhole(about);
				// the journal has all of it again
				story.device.startAgain('there', 'gone');
				await story.device.open();
				story.expectWhole(about);
				await story.device.erase();
				await story.device.open();
			}
			story.expectEmpty(about);
		},
		1,
		['none']
	);
	expect(ends).toBeGreaterThan(10);
});

test('the same without the second store loses what was said to be saved: what shows that these tests can fail', async () => {
	for (const damage of ['older', 'partial', 'gone'] as const) {
		const story = new Story(true);
		await story.changes(9);
		story.device.startAgain('there', damage);
		await story.device.open();
		expect(() => story.expectWhole(damage)).toThrow();
	}
});
