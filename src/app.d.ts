declare global {
	namespace App {}
	interface Window {
		/** Where `src/boot.js` leaves a plan that came in the address. */
		envolHash?: string;
		/** What `src/early/later-read.ts` found. */
		envolLater?: Promise<readonly import('./lib/domain/idea').OwnIdea[] | undefined>;
		/** What `src/early/notes-read.ts` found, and the locks of what some tab is writing, where a browser tells. */
		envolNotes?: Promise<[import('./early/notes-read').Found | undefined, readonly string[] | undefined]>;
		/** What `src/early/steps-read.ts` found. */
		envolSteps?: Promise<import('./early/steps-read').Found | undefined>;
		/** What `src/early/first-read.ts` reads before the app is awake. */
		envolFirstRead?: Promise<import('$lib/platform/first-read').FirstRead | undefined>;
		/** What `src/held.ts` found under a lock. */
		envolHeld?: import('./held').EarlyHeld | undefined;
		/** The list that waits in the page, as `src/early/first-read.ts` could read it. */
		envolEarlyList?: PromiseLike<Partial<import('$lib/domain/early-list').EarlyList>>;
		/** What `src/early-list.js` shows and heard before the app was awake. */
		envolEarly?: import('$lib/platform/early-list').EarlyPage;
		/** Where the person went in a visitor session, by what the history says: see `src/lib/platform/visitor.ts`. */
		envolAddresses?: string[];
		/** The button pressed on what `src/early/` drew: pressed again once the app has drawn the same. */
		envolEarlyPressed?: string | undefined;
	}
}
export {};
