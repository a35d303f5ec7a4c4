import { feel, type Feeling } from '$lib/domain/shake';
import { askForMotion, mayFeelShaking, mustAskForMotion, onMotion } from '$lib/platform/shaking';
import type { DiceKeeper } from './dice-keeper.svelte';

/** How long a sensor that was just allowed may take to send its first reading. */
const patienceMs = 3000;

/** Rolling by shaking the phone: off by default, and the sensor is not used unless the person turned it on. */
export class Shaking {
	readonly #keeper: DiceKeeper;
	readonly #onShake: () => void;
	/** Why it stays off although the person wanted it on. */
	#trouble = $state.raw<'denied' | 'none'>();
	#hasFelt = false;
	/** False where the device has no sensor. */
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

	/** Call it after a tap: the device may ask for permission now. */
	turn = async (isOn: boolean): Promise<void> => {
		this.#trouble = isOn && !(await askForMotion()) ? 'denied' : undefined;
		await this.#keeper.remember({ isShakeOn: isOn && !this.#trouble });
	};

	/** Listens until the returned function is called. */
	listen = (): (() => void) => {
		let feeling: Feeling | undefined;
		this.#hasFelt = false;
		const stop = onMotion((motion) => {
			this.#hasFelt = true;
			feeling = feel(feeling, motion);
			if (feeling?.isShake) this.#onShake();
		});
		// permission from an earlier visit must be granted again, on the first tap of this one
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
