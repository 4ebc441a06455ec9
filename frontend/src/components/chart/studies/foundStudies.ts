/** Which indicators a typed word finds, favourites first. */

import { STUDY_KINDS, type StudyKind } from "./studyKinds";

export interface FoundStudy extends StudyKind {
  name: string;
  favourite: boolean;
}

export function foundStudies(input: string, favourites: readonly string[]): FoundStudy[] {
  const words = input.toLowerCase().split(/\s+/).filter(Boolean);
  const found = Object.entries(STUDY_KINDS)
    .filter(([name, { title, also }]) => {
      const text = `${name} ${title} ${also}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .map(([name, kind]) => ({ ...kind, name, favourite: favourites.includes(name) }));
  return found.sort((one, other) => Number(other.favourite) - Number(one.favourite));
}
