# `make setup` builds llama.cpp without its command-line helpers, a third of the work.
set(LLAMA_BUILD_COMMON OFF)
