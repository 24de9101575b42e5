"""The method: frozen values and pure functions over them. METHOD's rules live here and nowhere else."""
