// How many syllables a French word has when it is read aloud. The formula of Kandel and Moles counts what is heard:
// a silent "e" at the end ("table", "tables", "ils parlent") is no syllable. An "e" inside a word is one
// ("maintenant" has three), as in careful reading.

const vowel = 'aàâeéèêëiîïoôöuùûüyœæ';
const anyVowel = new RegExp(`[${vowel}]`);
const vowels = new RegExp(`[${vowel}]+`, 'g');

/** Words in -ent whose ending is heard. Any other is taken for a verb: "ils viennent". */
const heardEnt = new Set(
	(
		'vent cent lent dent gent argent agent urgent absent présent content souvent parent talent récent client patient ' +
		'accident incident différent excellent intelligent violent évident prudent innocent adolescent fréquent ' +
		'précédent permanent conscient inconvénient récipient continent torrent accent transparent impatient'
	).split(' ')
);
/** Verbs that end like adverbs: "ils aiment". */
const silentMent = new Set(
	(
		'aiment calment dorment endorment ferment forment transforment confirment consomment nomment fument allument ' +
		'expriment animent estiment réclament rallument'
	).split(' ')
);

/** @param {string} word */
function isEndHeard(word) {
	return word.endsWith('ment') ? !silentMent.has(word) : heardEnt.has(word);
}

/** @param {string} word */
function withoutSilentEnd(word) {
	if (word.endsWith('ent')) return isEndHeard(word) ? word : word.slice(0, -3);
	return word.replace(/es?$/, '');
}

/** @param {string} word letters only, lower case */
function syllablesOfPart(word) {
	// "qu" and "gu" are one sound; the "e" of "mangeons" only softens the "g"
	const plain = word
		.replace(/qu/g, 'k')
		.replace(/gu(?=[eéèêëiîïy])/g, 'g')
		.replace(/ge(?=[aàâoô])/g, 'j');
	const spoken = withoutSilentEnd(plain)
		// between vowels "y" is a consonant: "voya-ger"
		.replace(new RegExp(`(?<=[${vowel}])y(?=[${vowel}])`, 'g'), 'j')
		// dots and accents that part two vowels: "ma-ïs", "ré-el", "po-ète"
		.replace(/(?<=[aoué])(?=[ïëüöéè])/g, '·')
		.replace(/é(?=[aàâeêiîoôuû])/g, 'é·')
		// two vowels after two consonants: "ou-bli-er", "cru-el"
		.replace(/([bcdfgptv][lr][iu])(?=[aeéèêo])/g, '$1·');
	return Math.max(spoken.match(vowels)?.length ?? 0, anyVowel.test(word) ? 1 : 0);
}

/**
 * The spoken syllables of one word; "l’", "d’" and the like lean on the word that follows.
 * @param {string} word
 * @returns {number}
 */
export function frenchSyllables(word) {
	const parts =
		word
			.normalize('NFC')
			.toLowerCase()
			.match(/\p{L}+[’']?/gu) ?? [];
	return parts.reduce((sum, part) => {
		const leans = /[’']$/.test(part);
		const letters = part.replace(/[’']$/, '');
		if (!leans) return sum + syllablesOfPart(letters);
		// "aujourd’hui" and "lorsqu’on" lose no vowel but the last one
		return sum + (letters.replace(/qu$/, 'k').match(vowels)?.length ?? 0);
	}, 0);
}
