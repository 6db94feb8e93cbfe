"""What the program costs and how it does on public benchmarks. Nothing measured on is in the repository: `--data DIR` names it."""
