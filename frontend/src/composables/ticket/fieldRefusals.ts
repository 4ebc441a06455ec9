import { computed } from "vue";
import type { usePreview } from "./preview";
import { previewRefusal, type Refusal } from "./refusals";
import type { Submission } from "./submission";
import type { TicketField, TicketForm } from "./ticketForm";
import type { TicketReading } from "./ticketReading";

interface RefusalParts {
  form: { value: TicketForm };
  reading: { value: TicketReading };
  preview: ReturnType<typeof usePreview>;
  submission: Submission;
  attempted: { value: boolean };
}

/** What stands against the order at a field; with null what is no field's fault. */
export function useFieldRefusals({ form, reading, preview, submission, attempted }: RefusalParts) {
  const previewed = computed<Refusal[]>(() =>
    (preview.shown.value?.result.errors ?? []).map(previewRefusal),
  );
  return (field: TicketField | null): string | null => {
    const answered = submission.refusal.value;
    if (answered?.field === field && answered.field !== null) return inOne(answered);
    const missing = field && reading.value.problems[field];
    if (missing) return attempted.value || isTyped(form.value, field) ? missing : null;
    const told = previewed.value.find((each) => each.field === field);
    return told ? inOne(told) : null;
  };
}

function inOne({ problem }: Refusal): string {
  return `${problem.sentence} ${problem.remedy} (${problem.code})`;
}

/** Nobody is told of an empty field before he has tried. */
function isTyped(form: TicketForm, field: TicketField): boolean {
  const entry = field === "qty" ? form.quantity.text : form[field];
  const text = typeof entry === "object" ? entry.text : entry;
  return text !== "" && text !== false;
}
