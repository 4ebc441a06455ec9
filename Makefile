# The verbs live in project.mk, so that `make -f project.mk TARGET` is the same as `make TARGET`.
include project.mk
