/** One topic as the long screen draws it: its name, its last value, how many updates came. */

import type { TopicReport } from "./topicRecord";

export class TopicRow {
  private readonly section = document.createElement("section");
  /** Texts that change in place: the page has as many nodes after an hour as at its start. */
  private readonly value = document.createTextNode("");
  private readonly count = document.createTextNode("");

  constructor(parent: HTMLElement, label: string) {
    for (const text of [document.createTextNode(label), this.value, this.count]) {
      const cell = document.createElement("p");
      cell.append(text);
      this.section.append(cell);
    }
    parent.append(this.section);
  }

  draw({ topic, updates, state, last }: TopicReport): void {
    this.section.dataset["topic"] = topic;
    this.section.dataset["state"] = state;
    this.value.data = JSON.stringify(last);
    this.count.data = updates.toLocaleString("en-US");
  }
}
