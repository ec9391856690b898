"""ldc compiles a teacher's decision logic into verified functions and a small student.

author -> check -> constrain -> dataset -> finetune -> generate -> play -> score
"""

__version__ = "0.1.0"
