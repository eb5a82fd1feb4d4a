"""How are faults planted in a clean story, one of each class, at places drawn by lot?"""
