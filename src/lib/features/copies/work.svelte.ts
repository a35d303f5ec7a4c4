import type { Copies, CopyProblem, Working } from '$lib/app/copies/types';

/** One long work with a copy at a time: how far it is, a way to stop it, and what went wrong in one word. */
export class Work {
	#load: () => Promise<Copies>;
	#stopping: AbortController | undefined;
	#problem = $state.raw<CopyProblem>();
	#isBusy = $state.raw(false);
	/** From 0 to 1; undefined while that cannot be told. */
	#part = $state.raw<number>();

	constructor(load: () => Promise<Copies>) {
		this.#load = load;
	}

	get problem(): CopyProblem | undefined {
		return this.#problem;
	}

	get isBusy(): boolean {
		return this.#isBusy;
	}

	get part(): number | undefined {
		return this.#part;
	}

	/** Does the work; undefined when it was stopped or went wrong, and then `problem` says why. Never rejects. */
	async run<T>(work: (copies: Copies, working: Working) => Promise<T>): Promise<T | undefined> {
		if (this.#isBusy) return undefined;
		const stopping = new AbortController();
		this.#stopping = stopping;
		this.#problem = undefined;
		this.#part = undefined;
		this.#isBusy = true;
		let copies: Copies | undefined;
		try {
			copies = await this.#load();
			const onProgress = (done: number, total: number) => (this.#part = total > 0 ? done / total : undefined);
			return await work(copies, { signal: stopping.signal, onProgress });
		} catch (error) {
			this.#problem = copies?.problemOf(error) ?? 'not-saved';
			return undefined;
		} finally {
			this.#isBusy = false;
		}
	}

	stop = (): void => this.#stopping?.abort();

	/** What went wrong was read, or is over. */
	forget(problem?: CopyProblem): void {
		this.#problem = problem;
	}
}
