/** The streams as state of Vue components. */

export { useStream, type UsedStream, type UseStreamOptions } from "@/composables/useStream";
