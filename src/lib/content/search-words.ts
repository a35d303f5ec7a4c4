import type { HabitItemId } from '$lib/domain/habit';

interface Topic {
	/** What people type for it, in both languages: somebody who writes a sheet in one may think in the other. */
	words: string;
	items: readonly HabitItemId[];
}

const anyUse: readonly HabitItemId[] = [
	'hyg-substances-notice-what-use-today-no',
	'hyg-substances-when-crave-wait-ten-minutes',
	'hyg-substances-call-someone-go-walk-when',
	'hyg-substances-tell-someone-trust-about-goal',
	'hyg-substances-skip-place-that-makes-want',
	'hyg-substances-notice-gain-money-sleep-breath'
];

/** Words that find a step although they are not in its text. */
export const searchTopics: readonly Topic[] = [
	{
		words: 'clope clopes cigs smokes puff tobacco smoke smoking cigarettes nicotine vape vaping quit tabac fumer cigarettes nicotine vapoter vapoteuse arrêter cesser', // prettier-ignore
		items: [
			'hyg-substances-have-cigarette-vape-less-today',
			'hyg-substances-tell-care-team-before-quit',
			'hyg-substances-call-quit-line-free',
			...anyUse
		]
	},
	{
		words:
			'stoned buzz bud cannabis marijuana weed pot joint joints hash pétard batte thc smoke smoking fumer herbe mari',
		items: ['hyg-substances-take-day-off-cannabis-can', 'hyg-substances-drink-use-every-day-talk', ...anyUse]
	},
	{
		words: 'brosse broue cocktail alcohol beer wine drunk drinking booze liquor bar alcool bière vin boire boisson verre fort soûl bar', // prettier-ignore
		items: [
			'hyg-substances-choose-day-no-alcohol',
			'hyg-substances-if-drink-drink-less-less',
			'hyg-substances-swap-drink-water-drink-no',
			'hyg-substances-drink-use-every-day-talk',
			'hyg-sleep-skip-big-meals-alcohol-near',
			...anyUse
		]
	},
	{
		words: 'drugs dope speed crack cocaine meth opioids fentanyl heroin drogues stimulants opioïdes fentanyl héroïne cocaïne', // prettier-ignore
		items: [
			'hyg-substances-if-use-drugs-not-use',
			'hyg-substances-drink-use-every-day-talk',
			'hyg-substances-ask-pharmacist-what-safe-medication',
			...anyUse
		]
	},
	{
		words: 'caffeine coffee tea cola redbull caféine café thé',
		items: ['hyg-substances-have-last-coffee-energy-drink']
	},
	{
		words: 'médoc médocs remède prescription blister medicine medication meds pills drug pharmacy médicaments médication pilules comprimés pharmacie dosette', // prettier-ignore
		items: [
			'hyg-routine-take-medication-as-agreed-care',
			'hyg-routine-fill-pill-box-set-reminder',
			'hyg-routine-check-that-have-enough-medication',
			'hyg-routine-write-down-side-effect-tell',
			'hyg-substances-ask-pharmacist-what-safe-medication'
		]
	},
	{
		words: 'hygiene shower bath teeth hygiène douche bain dents laver',
		items: [
			'hyg-routine-take-shower-wash-sink',
			'hyg-routine-brush-teeth-morning',
			'hyg-routine-brush-teeth-night',
			'hyg-wake-wash-face'
		]
	},
	{
		words: 'money bills budget argent factures',
		items: ['hyg-routine-look-bill-budget', 'hyg-eat-if-money-tight-call-211']
	},
	{
		words: 'food meals cooking breakfast lunch dinner supper hunger nourriture repas manger cuisine déjeuner dîner souper faim', // prettier-ignore
		items: [
			'hyg-eat-eat-something-morning',
			'hyg-eat-eat-three-times-today-even',
			'hyg-eat-plan-three-easy-meals',
			'hyg-eat-keep-easy-foods-home-hard',
			'hyg-eat-cook-once-keep-some-later',
			'hyg-eat-eat-someone'
		]
	},
	{
		words: 'insomnia asleep bedtime sleep insomnie dormir sommeil coucher',
		items: [
			'hyg-sleep-go-bed-when-feel-sleepy',
			'hyg-sleep-get-up-same-time-each',
			'hyg-sleep-still-awake-after-while-get',
			'hyg-sleep-turn-off-screens-half-hour',
			'hyg-sleep-something-calm-before-bed-read',
			'hyg-sleep-make-room-dark-quiet-cool'
		]
	},
	{
		words: 'exercise workout gym sport training exercice entraînement sport gym muscles',
		items: [
			'hyg-engage-move-body-little',
			'hyg-engage-walk-roll-twenty-minutes',
			'hyg-engage-something-strength-such-as-lifting'
		]
	},
	{
		words: 'job work school study volunteer emploi travail école études bénévolat',
		items: ['hyg-engage-take-step-toward-work-study']
	},
	{
		words: 'alarm wake morning cell phone screen réveil matin cellulaire écran',
		items: [
			'hyg-wake-set-alarm-put-across-room',
			'hyg-wake-put-feet-floor-time-chose',
			'hyg-sleep-leave-phone-out-bed',
			'hyg-sleep-turn-off-screens-half-hour',
			'hyg-engage-take-hour-off-screens'
		]
	}
];

/** Everything that finds this step besides its own text. */
export function searchWordsOf(id: string): string {
	return searchTopics
		.filter(({ items }) => items.includes(id))
		.map(({ words }) => words)
		.join(' ');
}
