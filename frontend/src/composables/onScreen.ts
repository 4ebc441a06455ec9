import { onActivated, onDeactivated, ref, type Ref } from "vue";

/** Whether the view is on the screen: one that is kept goes on while another is shown. */
export function useOnScreen(): Ref<boolean> {
  const onScreen = ref(true);
  onActivated(() => (onScreen.value = true));
  onDeactivated(() => (onScreen.value = false));
  return onScreen;
}
