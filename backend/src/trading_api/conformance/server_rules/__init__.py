"""The judgements of a server, each named by the rule it judges: `F1_a_binary_frame_is_refused`."""
