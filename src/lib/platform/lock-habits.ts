import { parseLockHabits, type LockHabits } from '$lib/domain/lock';
import { forgetEarlyList, lockHabitsKey, lockKey } from './mirror';

/** What must be known of the lock before it is open: when it closes by itself, and wrong tries. */
export function lockHabits(): LockHabits {
	try {
		return parseLockHabits(JSON.parse(localStorage.getItem(lockHabitsKey) ?? '{}'));
	} catch {
		return parseLockHabits(undefined);
	}
}

export function keepLockHabits(habits: LockHabits): void {
	try {
		localStorage.setItem(lockHabitsKey, JSON.stringify(habits));
	} catch {
		// blocked or full: it closes after the usual time
	}
}

/** There is a lock from now on, for this page and every other, or none any more. */
export function mirrorLock(isOn: boolean): void {
	try {
		if (isOn) localStorage.setItem(lockKey, '1');
		else localStorage.removeItem(lockKey);
	} catch {
		// blocked or full: storage itself knows
	}
	// nothing of what it seals lies beside it
	if (isOn) forgetEarlyList();
}
