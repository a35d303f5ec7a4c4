import type { Day, DoneIdea, Feeling } from './day';
import type { Instant } from './local-day';

function withDoneList({ done: _, ...rest }: Day, done: readonly DoneIdea[]): Day {
	return done.length > 0 ? { ...rest, done } : rest;
}

/** Adds something done, in order of time; adding it again changes nothing. */
export function withDone(day: Day, idea: DoneIdea): Day {
	const kept = day.done ?? [];
	if (kept.some(({ at }) => at === idea.at)) return day;
	return withDoneList(
		day,
		[...kept, idea].sort((a, b) => a.at - b.at)
	);
}

/** Removes what was done at that instant. */
export function withoutDone(day: Day, at: Instant): Day {
	return withDoneList(
		day,
		(day.done ?? []).filter((idea) => idea.at !== at)
	);
}

/** Sets how it felt afterwards; undefined removes the answer. */
export function withFeeling(day: Day, at: Instant, felt: Feeling | undefined): Day {
	return withDoneList(
		day,
		(day.done ?? []).map((idea) => {
			if (idea.at !== at) return idea;
			const { felt: _, ...rest } = idea;
			return felt ? { ...rest, felt } : rest;
		})
	);
}
