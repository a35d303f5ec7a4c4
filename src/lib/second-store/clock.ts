/**
 * How far a store has come: it stands in the database, changed in each transaction, and in each entry of the journal.
 * Two stores with the same clock have seen the same changes.
 */
export interface Clock {
	/** Of the latest change: always greater than the one before, whatever the clock of the device says. */
	order: number;
	/** A running checksum of the orders of all changes. */
	sum: number;
}

export const noTime: Clock = { order: 0, sum: 0 };

/** So many changes have an order of their own within a millisecond. */
export const perMs = 1024;

/** The order of a change after another: by the device's time, unless that was set back. */
export const orderAfter = (order: number, nowMs: number): number => Math.max(order + 1, nowMs * perMs);

/** Mixes an order into the checksum; small, since each page that writes loads it. */
export function summed(sum: number, order: number): number {
	const [high, low] = [Math.floor(order / 2 ** 32), order >>> 0];
	const mixed = Math.imul(Math.imul(sum ^ high, 0x9e3779b1) ^ low, 0x85ebca6b);
	return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** The clock after one more change. */
export function ticked({ order, sum }: Clock, nowMs: number): Clock {
	const next = orderAfter(order, nowMs);
	return { order: next, sum: summed(sum, next) };
}

/** Reads a clock from anywhere. */
export function parseClock(value: unknown): Clock | undefined {
	const { order, sum } = (typeof value === 'object' && value ? value : {}) as Partial<Clock>;
	return Number.isFinite(order) && Number.isFinite(sum) ? { order: order!, sum: sum! } : undefined;
}
