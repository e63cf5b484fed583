target_sources(yanxun_ui PRIVATE)
