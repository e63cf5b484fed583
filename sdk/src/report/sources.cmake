target_sources(yanxun_sdk PRIVATE)
