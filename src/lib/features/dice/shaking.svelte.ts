import { feel, type Feeling } from '$lib/domain/shake';
import { askForMotion, mayFeelShaking, mustAskForMotion, onMotion } from '$lib/platform/shaking';
import type { DiceKeeper } from './dice-keeper.svelte';

/** How long a device that was just allowed to feel may take to say so. */
const patienceMs = 3000;

/** Rolling by shaking the phone: off, and nothing is listened to, unless the person turned it on. */
export class Shaking {
	readonly #keeper: DiceKeeper;
	readonly #onShake: () => void;
	/** Why it stays off, where the person wanted it on. */
	#trouble = $state.raw<'denied' | 'none'>();
	#hasFelt = false;
	/** False where there is nothing to turn on. */
	isThere = $state(false);

	constructor(keeper: DiceKeeper, onShake: () => void) {
		this.#keeper = keeper;
		this.#onShake = onShake;
	}

	get trouble(): 'denied' | 'none' | undefined {
		return this.#trouble;
	}

	look = (): void => {
		this.isThere = mayFeelShaking();
	};

	/** On a tap: where the device asks, it asks now. */
	turn = async (isOn: boolean): Promise<void> => {
		this.#trouble = isOn && !(await askForMotion()) ? 'denied' : undefined;
		await this.#keeper.remember({ isShakeOn: isOn && !this.#trouble });
	};

	/** Listens until what it gives back is called. */
	listen = (): (() => void) => {
		let feeling: Feeling | undefined;
		this.#hasFelt = false;
		const stop = onMotion((motion) => {
			this.#hasFelt = true;
			feeling = feel(feeling, motion);
			if (feeling?.isShake) this.#onShake();
		});
		// allowed on an earlier visit, it must be allowed again, on the first tap of this one
		const again = () => void askForMotion();
		if (mustAskForMotion()) addEventListener('click', again, { once: true });
		const patience = setTimeout(() => {
			if (this.#hasFelt || mustAskForMotion()) return;
			this.#trouble = 'none';
			void this.#keeper.remember({ isShakeOn: false });
		}, patienceMs);
		return () => {
			stop();
			clearTimeout(patience);
			removeEventListener('click', again);
		};
	};
}
