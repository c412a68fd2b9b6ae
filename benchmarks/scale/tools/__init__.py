"""Those who answer, one a module; each is run by `answering` in a process of its own.

A tool's module imports nothing of nisba, so that it may run in another interpreter, with the
libraries that it asks for.
"""
