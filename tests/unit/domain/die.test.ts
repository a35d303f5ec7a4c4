import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faceCount, isSame, rollDie, rollSix, type Face } from '$lib/domain/die';
import { outwardIdeas } from '$lib/domain/idea';
import { allIdeas, anIdea, chiSquare, seeded } from '../../support/ideas';

const ideas = (count: number) => Array.from({ length: count }, (_, i) => anIdea({ id: `idea-${i}` }));

test('the die has six faces, one of them rest, all different while there are ideas enough', () => {
	fc.assert(
		fc.property(fc.integer(), fc.nat(12), fc.boolean(), (seed, count, wasRest) => {
			const { face, others } = rollDie(ideas(count), { seen: [], wasRest }, seeded(seed));
			const faces = [face, ...others];
			expect(faces).toHaveLength(faceCount);
			expect(faces.includes('rest')).toBe(true);
			const different = faces.filter((one, i) => faces.findIndex((other) => isSame(one, other)) === i);
			if (count >= faceCount) expect(different).toHaveLength(faceCount);
		})
	);
});

test('over 60,000 rolls each idea comes as often as another, and rest about one time in six', () => {
	const random = seeded(2026);
	const pool = ideas(10);
	const counts = new Map<string, number>();
	for (let i = 0; i < 60_000; i++) {
		const { face } = rollDie(pool, { seen: [], wasRest: false }, random);
		const id = face === 'rest' ? 'rest' : face.id;
		counts.set(id, (counts.get(id) ?? 0) + 1);
	}
	const rest = counts.get('rest')!;
	counts.delete('rest');
	expect(counts.size).toBe(10);
	expect(chiSquare([...counts.values()])).toBeLessThan(27.877);
	expect(rest / 60_000).toBeCloseTo(1 / 6, 2);
});

test('rest never comes twice in a row, unless nothing else is left', () => {
	fc.assert(
		fc.property(fc.integer(), (seed) => {
			expect(rollDie(ideas(3), { seen: [], wasRest: true }, seeded(seed)).face).not.toBe('rest');
			expect(rollDie([], { seen: [], wasRest: true }, seeded(seed)).face).toBe('rest');
		})
	);
});

test('my six: exactly the chosen faces, never the same one twice in a row', () => {
	const faces: Face[] = [...ideas(5), 'rest'];
	fc.assert(
		fc.property(fc.integer(), fc.constantFrom(...faces), (seed, last) => {
			const { face, others } = rollSix(faces, last, seeded(seed));
			expect(face).not.toBe(last);
			expect(new Set([face, ...others])).toEqual(new Set(faces));
		})
	);
});

test('another choice where breath, body or sounds are hard is never one of them', () => {
	const ways = outwardIdeas(allIdeas);
	expect(ways.length).toBeGreaterThan(5);
	for (const { form, tags } of ways) {
		expect(form).toBe('mindfulness');
		for (const tag of ['breath', 'body', 'sound', 'thoughts'] as const) expect(tags).not.toContain(tag);
	}
});
